//! What are units called in Chinese? The image names them in English; those that come often are here, and
//! the rest stay as they are.

/// English, then simplified and traditional characters.
const UNITS: [(&str, [&str; 2]); 43] = [
    ("percent", ["百分比", "百分比"]),
    ("US dollars", ["美元", "美元"]),
    ("euros", ["欧元", "歐元"]),
    ("yuan", ["人民币元", "人民幣元"]),
    ("people", ["人", "人"]),
    ("times", ["倍（次）", "倍（次）"]),
    ("years", ["年", "年"]),
    ("months", ["月", "月"]),
    ("weeks", ["周", "週"]),
    ("days", ["天", "天"]),
    ("hours", ["小时", "小時"]),
    ("metres", ["米", "米"]),
    ("kilometres", ["公里", "公里"]),
    ("millimetres", ["毫米", "毫米"]),
    ("miles", ["英里", "英里"]),
    ("tonnes", ["吨", "噸"]),
    ("kilograms", ["公斤", "公斤"]),
    ("barrels", ["桶", "桶"]),
    ("degrees", ["度", "度"]),
    ("aircraft", ["架", "架"]),
    ("soldiers", ["士兵", "士兵"]),
    ("shells", ["炮弹", "炮彈"]),
    ("warheads", ["弹头", "彈頭"]),
    ("missiles", ["导弹", "導彈"]),
    ("ballistic missiles", ["弹道导弹", "彈道導彈"]),
    ("containers", ["集装箱", "集裝箱"]),
    ("companies", ["公司", "公司"]),
    ("countries", ["国家", "國家"]),
    ("officials", ["官员", "官員"]),
    ("resolutions", ["决议", "決議"]),
    ("stages", ["阶段", "階段"]),
    ("items", ["项", "項"]),
    ("ships", ["船", "船"]),
    ("workers", ["工人", "工人"]),
    ("sites", ["处", "處"]),
    ("goats", ["山羊", "山羊"]),
    ("turns", ["转向", "轉向"]),
    ("powers", ["大国", "大國"]),
    ("yen", ["日元", "日圓"]),
    ("pounds sterling", ["英镑", "英鎊"]),
    ("hectares", ["公顷", "公頃"]),
    ("square kilometres", ["平方公里", "平方公里"]),
    ("vehicles", ["车辆", "車輛"]),
];

/// A unit in simplified (0) or traditional (1) characters.
pub fn zh(unit: &str, script: usize) -> Option<&'static str> {
    UNITS.iter().find(|(english, _)| *english == unit).map(|(_, names)| names[script])
}
