//! Quantities with their unit, and counted things.
//!
//! At every number the unit after it decides: a currency or measure stands by itself, a Chinese
//! classifier asks for the noun it counts, an English number for a plural. Numbers that count
//! nothing (ordinals, articles, names of things, 兩國, 這兩個目標) fall through because no unit
//! follows, or because of the word before them. The tables are written in Simplified; the text is
//! folded to match.

use super::dates::DateMention;
use super::numerals::{self, Folded, Number, is_han, is_numeral};

/// A quantity with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureMention {
    pub start: usize,
    pub end: usize,
    /// The lower bound, or the value.
    pub value: f64,
    pub upper: Option<f64>,
    /// English unit name, a plural common noun: "aircraft", "percent", "US dollars".
    pub unit: String,
    /// ISO 4217 code, for money.
    pub currency: Option<String>,
    /// `None`, "about", "more than", "at least", "less than" or "up to".
    pub qualifier: Option<&'static str>,
}

// ---- the tables ----------------------------------------------------------------------------------

/// Money: the words, the unit, the ISO 4217 code.
const CURRENCIES: &[(&str, &str, &str)] = &[
    ("美元", "US dollars", "USD"),
    ("美金", "US dollars", "USD"),
    ("美分", "US cents", "USD"),
    ("元美元", "US dollars", "USD"),
    ("欧元", "euros", "EUR"),
    ("英镑", "pounds sterling", "GBP"),
    ("日元", "yen", "JPY"),
    ("日圆", "yen", "JPY"),
    ("日币", "yen", "JPY"),
    ("韩元", "won", "KRW"),
    ("韩圆", "won", "KRW"),
    ("韩币", "won", "KRW"),
    ("朝元", "North Korean won", "KPW"),
    ("朝鲜元", "North Korean won", "KPW"),
    ("卢布", "roubles", "RUB"),
    ("人民币", "yuan", "CNY"),
    ("元人民币", "yuan", "CNY"),
    ("港元", "Hong Kong dollars", "HKD"),
    ("港币", "Hong Kong dollars", "HKD"),
    ("元港币", "Hong Kong dollars", "HKD"),
    ("新台币", "New Taiwan dollars", "TWD"),
    ("元新台币", "New Taiwan dollars", "TWD"),
    ("台币", "New Taiwan dollars", "TWD"),
    ("元台币", "New Taiwan dollars", "TWD"),
    ("澳门元", "patacas", "MOP"),
    ("澳元", "Australian dollars", "AUD"),
    ("加元", "Canadian dollars", "CAD"),
    ("新元", "Singapore dollars", "SGD"),
    ("新加坡元", "Singapore dollars", "SGD"),
    ("新西兰元", "New Zealand dollars", "NZD"),
    ("瑞士法郎", "Swiss francs", "CHF"),
    ("瑞郎", "Swiss francs", "CHF"),
    ("卢比", "rupees", "INR"),
    ("泰铢", "baht", "THB"),
    ("越南盾", "dong", "VND"),
    ("印尼盾", "rupiah", "IDR"),
    ("里拉", "lira", "TRY"),
    ("里亚尔", "rials", "IRR"),
    ("雷亚尔", "reais", "BRL"),
    ("比索", "pesos", "MXN"),
    ("迪拉姆", "dirhams", "AED"),
    ("格里夫纳", "hryvnias", "UAH"),
    ("坚戈", "tenge", "KZT"),
    ("图格里克", "togrog", "MNT"),
    ("兹罗提", "zloty", "PLN"),
    ("谢克尔", "shekels", "ILS"),
    ("兰特", "rand", "ZAR"),
    ("马克", "marks", "DEM"),
    ("元", "yuan", "CNY"),
    ("圆", "yuan", "CNY"),
];

/// Signs and names of money before a number.
const MONEY_BEFORE: &[(&str, &str, &str)] = &[
    ("US$", "US dollars", "USD"),
    ("HK$", "Hong Kong dollars", "HKD"),
    ("NT$", "New Taiwan dollars", "TWD"),
    ("A$", "Australian dollars", "AUD"),
    ("C$", "Canadian dollars", "CAD"),
    ("S$", "Singapore dollars", "SGD"),
    ("$", "US dollars", "USD"),
    ("€", "euros", "EUR"),
    ("£", "pounds sterling", "GBP"),
    ("₩", "won", "KRW"),
    ("₽", "roubles", "RUB"),
    ("₴", "hryvnias", "UAH"),
    ("₹", "rupees", "INR"),
    ("¥", "yuan", "CNY"),
    ("￥", "yuan", "CNY"),
    ("RMB", "yuan", "CNY"),
    ("CNY", "yuan", "CNY"),
    ("USD", "US dollars", "USD"),
    ("EUR", "euros", "EUR"),
    ("GBP", "pounds sterling", "GBP"),
    ("JPY", "yen", "JPY"),
    ("KRW", "won", "KRW"),
    ("RUB", "roubles", "RUB"),
    ("HKD", "Hong Kong dollars", "HKD"),
    ("TWD", "New Taiwan dollars", "TWD"),
    ("人民币", "yuan", "CNY"),
    ("新台币", "New Taiwan dollars", "TWD"),
    ("台币", "New Taiwan dollars", "TWD"),
    ("港币", "Hong Kong dollars", "HKD"),
    ("美金", "US dollars", "USD"),
];

/// Measures: units that need no noun after them, and what may not follow lest it be another word.
const MEASURES: &[(&str, &str, &str)] = &[
    ("个百分点", "percentage points", ""),
    ("百分点", "percentage points", ""),
    ("%", "percent", ""),
    ("‰", "per mille", ""),
    ("倍", "times", "增"),
    ("个月", "months", ""),
    ("个半月", "months", ""),
    ("个半小时", "hours", ""),
    ("个多月", "months", ""),
    ("个多小时", "hours", ""),
    ("年多", "years", ""),
    ("天多", "days", ""),
    ("个星期", "weeks", ""),
    ("星期", "weeks", "一二三四五六日"),
    ("个小时", "hours", ""),
    ("小时", "hours", ""),
    ("个钟头", "hours", ""),
    ("钟头", "hours", ""),
    ("分钟", "minutes", ""),
    ("秒钟", "seconds", ""),
    ("秒", "seconds", ""),
    ("毫秒", "milliseconds", ""),
    ("个工作日", "working days", ""),
    ("个交易日", "trading days", ""),
    ("个昼夜", "days", ""),
    ("天", "days", "然真空下主文地堂津王气皇后罡"),
    ("周", "weeks", "边刊报末恩围转密岁一二三四五六日"),
    ("个季度", "quarters", ""),
    ("个世纪", "centuries", ""),
    ("周年", "years", ""),
    ("年", "years", "代级龄轮报鉴谱号货"),
    ("岁", "years", "月"),
    ("毫米", "millimetres", ""),
    ("厘米", "centimetres", ""),
    ("公分", "centimetres", ""),
    ("公里", "kilometres", ""),
    ("千米", "kilometres", ""),
    ("英里", "miles", ""),
    ("海里", "nautical miles", ""),
    ("英尺", "feet", ""),
    ("英寸", "inches", ""),
    ("纳米", "nanometres", ""),
    ("微米", "micrometres", ""),
    ("平方米", "square metres", ""),
    ("平方公里", "square kilometres", ""),
    ("平方千米", "square kilometres", ""),
    ("平方英里", "square miles", ""),
    ("立方米", "cubic metres", ""),
    ("立方公里", "cubic kilometres", ""),
    ("公尺", "metres", ""),
    ("米", "metres", "格尔粒饭面兰其诺哈"),
    ("公顷", "hectares", ""),
    ("英亩", "acres", ""),
    ("亩", "mu", ""),
    ("坪", "ping", ""),
    ("公吨", "tonnes", ""),
    ("吨级", "tonnes", ""),
    ("吨", "tonnes", ""),
    ("公斤", "kilograms", ""),
    ("千克", "kilograms", ""),
    ("毫克", "milligrams", ""),
    ("微克", "micrograms", ""),
    ("克拉", "carats", ""),
    ("克", "grams", "里林服制格隆"),
    ("斤", "jin", ""),
    ("磅", "pounds", ""),
    ("盎司", "ounces", ""),
    ("公升", "litres", ""),
    ("毫升", "millilitres", ""),
    ("升", "litres", "至到级高降任值温"),
    ("加仑", "gallons", ""),
    ("桶", "barrels", ""),
    ("千瓦时", "kilowatt hours", ""),
    ("千瓦", "kilowatts", ""),
    ("兆瓦时", "megawatt hours", ""),
    ("兆瓦", "megawatts", ""),
    ("吉瓦", "gigawatts", ""),
    ("瓦", "watts", "格砾解斯"),
    ("伏", "volts", "尔兵击"),
    ("度电", "kilowatt hours", ""),
    ("千吨", "kilotons", ""),
    ("节", "knots", ""),
    ("马赫", "Mach", ""),
    ("摄氏度", "degrees Celsius", ""),
    ("℃", "degrees Celsius", ""),
    ("°C", "degrees Celsius", ""),
    ("度", "degrees", "假过线战量日外"),
    ("°", "degrees", ""),
    ("赫兹", "hertz", ""),
    ("字节", "bytes", ""),
    ("像素", "pixels", ""),
    ("马力", "horsepower", ""),
    ("㎡", "square metres", ""),
    ("㎞", "kilometres", ""),
    ("㎏", "kilograms", ""),
    ("人次", "visits", ""),
    ("架次", "sorties", ""),
    ("艘次", "voyages", ""),
    ("列次", "train runs", ""),
    ("班次", "services", ""),
    ("标箱", "TEU", ""),
    ("标准箱", "TEU", ""),
    ("当量", "tons of TNT", ""),
    ("个基点", "basis points", ""),
    ("基点", "basis points", ""),
    ("席", "seats", "位地卷"),
    ("票", "votes", "房价据否"),
    ("户", "households", "口外籍"),
    ("页", "pages", ""),
    ("字", "characters", "母节面典号"),
];

#[derive(Clone, Copy, PartialEq)]
enum Counts {
    /// Only people (名, 位).
    People,
    /// Only things (架, 艘).
    Things,
    /// Either (个).
    Any,
}

/// Classifiers: the word, what it counts when no known noun follows (empty: nothing to go by),
/// what kind of noun, and what may not follow lest it be another word.
#[rustfmt::skip]
const CLASSIFIERS: &[(&str, &str, Counts, &str)] = &[
    ("名", "people", Counts::People, "单义字称誉额词列次为叫声"),
    ("位", "people", Counts::People, "于数置列居次"),
    ("个", "", Counts::Any, "人性体中个别"),
    ("项", "", Counts::Any, "目下链"),
    ("架", "aircraft", Counts::Things, "构设空势子"),
    ("艘", "ships", Counts::Things, ""),
    ("辆", "vehicles", Counts::Things, ""),
    ("枚", "", Counts::Things, "举"),
    ("发", "rounds", Counts::Things, "展生射布现表动出起明达言行放电送挥病射觉掘改"),
    ("颗", "", Counts::Things, "粒"),
    ("门", "guns", Counts::Things, "户口框槛外前后"),
    ("挺", "machine guns", Counts::Things, "进身"),
    ("支", "", Counts::Things, "持付出援柱线部点撑配"),
    ("台", "machines", Counts::Things, "湾海风北上独阶词"),
    ("套", "sets", Counts::Things, "利现路"),
    ("座", "", Counts::Things, "位谈右标"),
    ("家", "companies", Counts::Things, "庭人族园长属国乡"),
    ("所", "", Counts::Things, "有以谓在需得长属"),
    ("间", "", Counts::Things, "谍接隔"),
    ("栋", "buildings", Counts::Things, ""),
    ("幢", "buildings", Counts::Things, ""),
    ("只", "", Counts::Things, "有是能要会不需得好"),
    ("头", "animals", Counts::Things, "目脑部衔条"),
    ("匹", "", Counts::Things, "配敌"),
    ("口", "", Counts::Things, "岸号岁"),
    ("条", "", Counts::Things, "约款件例文理规"),
    ("份", "documents", Counts::Things, "额子量"),
    ("件", "", Counts::Things, ""),
    ("起", "incidents", Counts::Things, "来到码初草飞源诉步因义点"),
    ("例", "cases", Counts::Things, "如外子行"),
    ("宗", "cases", Counts::Things, "教旨派族"),
    ("场", "", Counts::Things, "所地景合面"),
    ("次", "times", Counts::Things, "要于级日年子序数世区大"),
    ("趟", "trips", Counts::Things, ""),
    ("轮", "rounds", Counts::Things, "流船胎换渡到"),
    ("届", "sessions", Counts::Things, "时满"),
    ("批", "batches", Counts::Things, "准评发判次驳示"),
    ("班", "services", Counts::Things, "子底主"),
    ("列", "trains", Counts::Things, "入为车出席举强宁"),
    ("节", "", Counts::Things, "目日点约能奏省制"),
    ("部", "", Counts::Things, "门队分署长件委落族属"),
    ("本", "books", Counts::Things, "国地土身届月年周次人文报来质科"),
    ("篇", "articles", Counts::Things, "幅章"),
    ("封", "letters", Counts::Things, "锁闭建面禁"),
    ("册", "volumes", Counts::Things, ""),
    ("张", "", Counts::Things, "力贴"),
    ("幅", "pictures", Counts::Things, "度员"),
    ("款", "models", Counts::Things, "项式待"),
    ("棵", "trees", Counts::Things, ""),
    ("株", "plants", Counts::Things, "洲式"),
    ("层", "storeys", Counts::Things, "次面级出"),
    ("箱", "boxes", Counts::Things, "子"),
    ("包", "packs", Counts::Things, "括含围裹容"),
    ("袋", "bags", Counts::Things, "鼠"),
    ("瓶", "bottles", Counts::Things, "颈"),
    ("块", "pieces", Counts::Things, ""),
    ("处", "sites", Counts::Things, "于理置罚在境分长方"),
    ("种", "", Counts::Any, "族子植类"),
    ("类", "", Counts::Any, "似型别"),
    ("组", "groups", Counts::Any, "织成建合阁团"),
    ("队", "teams", Counts::Any, "伍员长"),
    ("批次", "batches", Counts::Things, ""),
    ("具", "", Counts::Things, "有体备"),
    ("根", "", Counts::Things, "据本源"),
    ("片", "", Counts::Things, "面段刻"),
    ("笔", "", Counts::Things, "者记"),
    ("道", "", Counts::Things, "路德理歉"),
    ("桩", "", Counts::Things, ""),
    ("尊", "", Counts::Things, "重敬严"),
    ("员", "people", Counts::People, "工"),
];

/// Nouns counted in Chinese: the word, its English plural, whether it is people.
const NOUNS: &[(&str, &str, bool)] = &[
    // people
    ("人", "people", true),
    ("民众", "people", true),
    ("居民", "residents", true),
    ("公民", "citizens", true),
    ("国民", "citizens", true),
    ("平民", "civilians", true),
    ("难民", "refugees", true),
    ("移民", "migrants", true),
    ("游客", "tourists", true),
    ("旅客", "passengers", true),
    ("乘客", "passengers", true),
    ("士兵", "soldiers", true),
    ("官兵", "soldiers", true),
    ("军人", "soldiers", true),
    ("兵力", "troops", true),
    ("部队", "troops", true),
    ("军队", "troops", true),
    ("大军", "troops", true),
    ("驻军", "troops", true),
    ("美军", "troops", true),
    ("朝军", "troops", true),
    ("俄军", "troops", true),
    ("特种兵", "special forces", true),
    ("工兵", "engineers", true),
    ("战俘", "prisoners of war", true),
    ("军官", "officers", true),
    ("将领", "generals", true),
    ("将军", "generals", true),
    ("警察", "police officers", true),
    ("警员", "police officers", true),
    ("劳工", "workers", true),
    ("工人", "workers", true),
    ("劳动力", "workers", true),
    ("劳动者", "workers", true),
    ("劳务人员", "workers", true),
    ("员工", "employees", true),
    ("雇员", "employees", true),
    ("职工", "employees", true),
    ("人员", "personnel", true),
    ("技术人员", "technicians", true),
    ("工程师", "engineers", true),
    ("科学家", "scientists", true),
    ("专家", "experts", true),
    ("学者", "scholars", true),
    ("学生", "students", true),
    ("留学生", "students", true),
    ("教师", "teachers", true),
    ("医生", "doctors", true),
    ("记者", "journalists", true),
    ("官员", "officials", true),
    ("外交官", "diplomats", true),
    ("大使", "ambassadors", true),
    ("议员", "lawmakers", true),
    ("代表", "delegates", true),
    ("委员", "members", true),
    ("成员", "members", true),
    ("会员", "members", true),
    ("党员", "party members", true),
    ("领导人", "leaders", true),
    ("领袖", "leaders", true),
    ("元首", "heads of state", true),
    ("总统", "presidents", true),
    ("部长", "ministers", true),
    ("候选人", "candidates", true),
    ("选民", "voters", true),
    ("受访者", "respondents", true),
    ("儿童", "children", true),
    ("孩子", "children", true),
    ("妇女", "women", true),
    ("女性", "women", true),
    ("男子", "men", true),
    ("男性", "men", true),
    ("女子", "women", true),
    ("人质", "hostages", true),
    ("囚犯", "prisoners", true),
    ("患者", "patients", true),
    ("病人", "patients", true),
    ("死者", "dead", true),
    ("伤者", "wounded", true),
    ("遇难者", "dead", true),
    ("用户", "users", true),
    ("个人", "individuals", true),
    ("自然人", "individuals", true),
    ("嫌犯", "suspects", true),
    ("黑客", "hackers", true),
    ("脱北者", "defectors", true),
    ("农民", "farmers", true),
    ("渔民", "fishermen", true),
    ("船员", "sailors", true),
    ("水手", "sailors", true),
    ("飞行员", "pilots", true),
    ("宇航员", "astronauts", true),
    ("运动员", "athletes", true),
    ("选手", "athletes", true),
    ("志愿者", "volunteers", true),
    ("志愿军", "volunteers", true),
    ("顾问", "advisers", true),
    ("间谍", "spies", true),
    ("人口", "people", true),
    ("观众", "spectators", true),
    ("粉丝", "followers", true),
    // arms
    ("飞机", "aircraft", false),
    ("战机", "aircraft", false),
    ("战斗机", "fighters", false),
    ("攻击机", "attack aircraft", false),
    ("轰炸机", "bombers", false),
    ("运输机", "transport aircraft", false),
    ("直升机", "helicopters", false),
    ("客机", "airliners", false),
    ("无人机", "drones", false),
    ("导弹", "missiles", false),
    ("飞弹", "missiles", false),
    ("弹道导弹", "ballistic missiles", false),
    ("弹道飞弹", "ballistic missiles", false),
    ("巡航导弹", "cruise missiles", false),
    ("洲际弹道导弹", "intercontinental ballistic missiles", false),
    ("火箭弹", "rockets", false),
    ("火箭", "rockets", false),
    ("火箭炮", "rocket launchers", false),
    ("炮弹", "shells", false),
    ("弹药", "rounds of ammunition", false),
    ("子弹", "bullets", false),
    ("炸弹", "bombs", false),
    ("鱼雷", "torpedoes", false),
    ("地雷", "mines", false),
    ("水雷", "mines", false),
    ("弹头", "warheads", false),
    ("核弹头", "warheads", false),
    ("核弹", "nuclear bombs", false),
    ("核武器", "nuclear weapons", false),
    ("核装置", "nuclear devices", false),
    ("坦克", "tanks", false),
    ("装甲车", "armoured vehicles", false),
    ("火炮", "guns", false),
    ("榴弹炮", "howitzers", false),
    ("自行火炮", "self-propelled guns", false),
    ("步枪", "rifles", false),
    ("枪支", "firearms", false),
    ("卫星", "satellites", false),
    ("潜艇", "submarines", false),
    ("航母", "aircraft carriers", false),
    ("航空母舰", "aircraft carriers", false),
    ("驱逐舰", "destroyers", false),
    ("护卫舰", "frigates", false),
    ("军舰", "warships", false),
    ("舰艇", "warships", false),
    ("战舰", "warships", false),
    ("油轮", "tankers", false),
    ("货轮", "cargo ships", false),
    ("渔船", "fishing boats", false),
    ("船只", "ships", false),
    ("船舶", "ships", false),
    ("商船", "merchant ships", false),
    ("发射架", "launchers", false),
    ("发射车", "launchers", false),
    ("雷达", "radars", false),
    // formations
    ("师", "divisions", false),
    ("旅", "brigades", false),
    ("营", "battalions", false),
    ("集团军", "armies", false),
    ("小组", "groups", false),
    ("代表团", "delegations", false),
    ("舰队", "fleets", false),
    // transport
    ("汽车", "cars", false),
    ("轿车", "cars", false),
    ("卡车", "lorries", false),
    ("车辆", "vehicles", false),
    ("巴士", "buses", false),
    ("列车", "trains", false),
    ("火车", "trains", false),
    ("车厢", "carriages", false),
    ("集装箱", "containers", false),
    ("货柜", "containers", false),
    ("航班", "flights", false),
    ("航线", "routes", false),
    ("铁路", "railways", false),
    ("线路", "lines", false),
    ("公路", "roads", false),
    ("公路桥", "bridges", false),
    ("大桥", "bridges", false),
    ("桥梁", "bridges", false),
    ("机场", "airports", false),
    ("港口", "ports", false),
    ("口岸", "border crossings", false),
    ("车站", "stations", false),
    ("隧道", "tunnels", false),
    ("管道", "pipelines", false),
    // goods and animals
    ("山羊", "goats", false),
    ("羊", "sheep", false),
    ("绵羊", "sheep", false),
    ("牛", "cattle", false),
    ("奶牛", "cows", false),
    ("猪", "pigs", false),
    ("马", "horses", false),
    ("鸡", "chickens", false),
    ("石油", "barrels", false),
    ("原油", "barrels", false),
    ("设备", "machines", false),
    ("电脑", "computers", false),
    ("手机", "phones", false),
    ("芯片", "chips", false),
    ("商品", "products", false),
    ("产品", "products", false),
    ("药品", "medicines", false),
    ("疫苗", "vaccines", false),
    ("住宅", "homes", false),
    ("住房", "homes", false),
    ("房屋", "houses", false),
    ("建筑", "buildings", false),
    ("大楼", "buildings", false),
    // places
    ("国家", "countries", false),
    ("成员国", "member states", false),
    ("国", "countries", false),
    ("经济体", "economies", false),
    ("省份", "provinces", false),
    ("州", "states", false),
    ("城市", "cities", false),
    ("县", "counties", false),
    ("村庄", "villages", false),
    ("村", "villages", false),
    ("岛屿", "islands", false),
    ("地点", "sites", false),
    ("基地", "bases", false),
    ("军事基地", "military bases", false),
    ("工厂", "factories", false),
    ("工业园区", "industrial parks", false),
    ("电站", "power stations", false),
    ("核电站", "nuclear power stations", false),
    ("反应堆", "reactors", false),
    ("机组", "power units", false),
    ("离心机", "centrifuges", false),
    ("矿山", "mines", false),
    ("煤矿", "coal mines", false),
    ("农场", "farms", false),
    ("学校", "schools", false),
    ("大学", "universities", false),
    ("高校", "universities", false),
    ("医院", "hospitals", false),
    ("使馆", "embassies", false),
    ("大使馆", "embassies", false),
    ("领事馆", "consulates", false),
    ("教堂", "churches", false),
    // organisations
    ("公司", "companies", false),
    ("企业", "companies", false),
    ("银行", "banks", false),
    ("机构", "institutions", false),
    ("实体", "entities", false),
    ("组织", "organisations", false),
    ("政党", "parties", false),
    ("媒体", "media outlets", false),
    ("部门", "departments", false),
    ("家庭", "families", false),
    ("团体", "groups", false),
    ("智库", "think tanks", false),
    ("账户", "accounts", false),
    ("网站", "websites", false),
    // acts and papers
    ("决议", "resolutions", false),
    ("决议草案", "draft resolutions", false),
    ("协议", "agreements", false),
    ("协定", "agreements", false),
    ("条约", "treaties", false),
    ("合同", "contracts", false),
    ("备忘录", "memoranda", false),
    ("文件", "documents", false),
    ("报告", "reports", false),
    ("声明", "statements", false),
    ("法案", "bills", false),
    ("法律", "laws", false),
    ("法令", "decrees", false),
    ("条款", "clauses", false),
    ("措施", "measures", false),
    ("制裁", "sanctions", false),
    ("项目", "projects", false),
    ("工程", "projects", false),
    ("计划", "programmes", false),
    ("会议", "meetings", false),
    ("会谈", "talks", false),
    ("会晤", "meetings", false),
    ("峰会", "summits", false),
    ("演习", "exercises", false),
    ("军演", "exercises", false),
    ("联合演习", "joint exercises", false),
    ("试验", "tests", false),
    ("核试验", "nuclear tests", false),
    ("阶段", "stages", false),
    ("步骤", "steps", false),
    ("回合", "rounds", false),
    ("席位", "seats", false),
    ("名额", "places", false),
    ("岗位", "jobs", false),
    ("案件", "cases", false),
    ("案例", "cases", false),
    ("病例", "cases", false),
    ("事件", "incidents", false),
    ("论文", "papers", false),
    ("文章", "articles", false),
    ("书籍", "books", false),
    ("照片", "photographs", false),
    ("图片", "pictures", false),
    ("问卷", "questionnaires", false),
    ("样本", "samples", false),
    ("语言", "languages", false),
    ("奖牌", "medals", false),
    ("金牌", "gold medals", false),
    ("勋章", "medals", false),
    ("世纪", "centuries", false),
    ("时区", "time zones", false),
    ("月", "months", false),
];

/// Nouns that a small number before them only enumerates: 兩個方面, 三個層次, 这两个目标.
const ENUMERATED: &[&str] = &[
    "方面", "问题", "原因", "理由", "特点", "特征", "因素", "要素", "层次", "层面", "视角", "角度",
    "目标", "方向", "领域", "条件", "维度", "部分", "大国", "世界", "概念", "观点", "选择", "任务",
    "原则", "趋势", "优势", "挑战", "重点", "途径", "类型", "类别", "层级", "字", "词", "极",
];

/// Words before a small number in words that make it point at things known already.
const POINTING: &str = "这那该此述其另后前首头每各本任唯同逐上下再哪番同某";

/// What stands in the way of a noun: an adjective or name may come before it, a clause may not.
const NOT_WITHIN: &str = "的了在是和与及或而被把将已向从对为以并至到,。、;:!?()《》“”\"'[]「」『』 有称说就由给等使让因于所";

/// Qualifiers before a number: the word, what it says, whether the figure's words include it.
const BEFORE: &[(&str, &str, bool)] = &[
    ("不超过", "up to", true),
    ("不高于", "up to", true),
    ("不少于", "at least", true),
    ("不低于", "at least", true),
    ("至少有", "at least", true),
    ("至少", "at least", true),
    ("起码", "at least", true),
    ("最少", "at least", true),
    ("超过", "more than", true),
    ("超出", "more than", true),
    ("多于", "more than", true),
    ("高于", "more than", true),
    ("大于", "more than", true),
    ("逾", "more than", true),
    ("超", "more than", true),
    ("上", "about", true),
    ("大约", "about", true),
    ("约为", "about", true),
    ("约有", "about", true),
    ("约", "about", true),
    ("大概", "about", true),
    ("将近", "about", true),
    ("接近", "about", true),
    ("近", "about", true),
    ("不到", "less than", true),
    ("不足", "less than", true),
    ("少于", "less than", true),
    ("低于", "less than", true),
    ("小于", "less than", true),
    ("未满", "less than", true),
    ("多达", "up to", false),
    ("高达", "up to", false),
    ("最多", "up to", false),
    ("至多", "up to", false),
    ("more than", "more than", true),
    ("over", "more than", true),
    ("exceeding", "more than", true),
    ("above", "more than", true),
    ("upwards of", "more than", true),
    ("at least", "at least", true),
    ("no fewer than", "at least", true),
    ("no less than", "at least", true),
    ("not less than", "at least", true),
    ("a minimum of", "at least", true),
    ("fewer than", "less than", true),
    ("less than", "less than", true),
    ("under", "less than", true),
    ("below", "less than", true),
    ("up to", "up to", false),
    ("as many as", "up to", false),
    ("as much as", "up to", false),
    ("no more than", "up to", true),
    ("at most", "up to", true),
    ("a maximum of", "up to", true),
    ("about", "about", true),
    ("around", "about", true),
    ("approximately", "about", true),
    ("roughly", "about", true),
    ("nearly", "about", true),
    ("almost", "about", true),
    ("close to", "about", true),
    ("an estimated", "about", true),
    ("some", "about", true),
    ("~", "about", true),
];

/// Qualifiers after the unit.
const AFTER: &[(&str, &str)] = &[
    ("左右", "about"),
    ("上下", "about"),
    ("以上", "at least"),
    ("以下", "less than"),
    ("以内", "up to"),
    ("or more", "at least"),
];

/// Units in English: singular, plural, the unit. Abbreviations are case-sensitive.
const ENGLISH_UNITS: &[(&str, &str, &str)] = &[
    ("percent", "percent", "percent"),
    ("per cent", "per cent", "percent"),
    ("percentage point", "percentage points", "percentage points"),
    ("basis point", "basis points", "basis points"),
    ("fold", "fold", "times"),
    ("time", "times", "times"),
    ("mm", "mm", "millimetres"),
    ("millimetre", "millimetres", "millimetres"),
    ("millimeter", "millimeters", "millimetres"),
    ("cm", "cm", "centimetres"),
    ("centimetre", "centimetres", "centimetres"),
    ("centimeter", "centimeters", "centimetres"),
    ("m", "m", "metres"),
    ("metre", "metres", "metres"),
    ("meter", "meters", "metres"),
    ("km", "km", "kilometres"),
    ("kilometre", "kilometres", "kilometres"),
    ("kilometer", "kilometers", "kilometres"),
    ("km2", "km2", "square kilometres"),
    ("km²", "km²", "square kilometres"),
    ("square kilometre", "square kilometres", "square kilometres"),
    ("square kilometer", "square kilometers", "square kilometres"),
    ("square mile", "square miles", "square miles"),
    ("square metre", "square metres", "square metres"),
    ("square meter", "square meters", "square metres"),
    ("cubic metre", "cubic metres", "cubic metres"),
    ("cubic meter", "cubic meters", "cubic metres"),
    ("nautical mile", "nautical miles", "nautical miles"),
    ("nautical-mile", "nautical-miles", "nautical miles"),
    ("mile", "miles", "miles"),
    ("foot", "feet", "feet"),
    ("inch", "inches", "inches"),
    ("hectare", "hectares", "hectares"),
    ("acre", "acres", "acres"),
    ("kg", "kg", "kilograms"),
    ("kilogram", "kilograms", "kilograms"),
    ("gram", "grams", "grams"),
    ("tonne", "tonnes", "tonnes"),
    ("metric ton", "metric tons", "tonnes"),
    ("ton", "tons", "tonnes"),
    ("kiloton", "kilotons", "kilotons"),
    ("megaton", "megatons", "megatons"),
    ("kt", "kt", "kilotons"),
    ("litre", "litres", "litres"),
    ("liter", "liters", "litres"),
    ("gallon", "gallons", "gallons"),
    ("barrel", "barrels", "barrels"),
    ("bpd", "bpd", "barrels a day"),
    ("kW", "kW", "kilowatts"),
    ("MW", "MW", "megawatts"),
    ("GW", "GW", "gigawatts"),
    ("kWh", "kWh", "kilowatt hours"),
    ("MWh", "MWh", "megawatt hours"),
    ("TWh", "TWh", "terawatt hours"),
    ("megawatt", "megawatts", "megawatts"),
    ("gigawatt", "gigawatts", "gigawatts"),
    ("degree", "degrees", "degrees"),
    ("°C", "°C", "degrees Celsius"),
    ("km/h", "km/h", "kilometres an hour"),
    ("mph", "mph", "miles an hour"),
    ("knot", "knots", "knots"),
    ("second", "seconds", "seconds"),
    ("minute", "minutes", "minutes"),
    ("hour", "hours", "hours"),
    ("day", "days", "days"),
    ("week", "weeks", "weeks"),
    ("month", "months", "months"),
    ("quarter", "quarters", "quarters"),
    ("year", "years", "years"),
    ("decade", "decades", "decades"),
    ("century", "centuries", "centuries"),
];

/// Money in English.
const ENGLISH_MONEY: &[(&str, &str, &str)] = &[
    ("US dollars", "US dollars", "USD"),
    ("U.S. dollars", "US dollars", "USD"),
    ("dollars", "US dollars", "USD"),
    ("dollar", "US dollars", "USD"),
    ("USD", "US dollars", "USD"),
    ("euros", "euros", "EUR"),
    ("euro", "euros", "EUR"),
    ("EUR", "euros", "EUR"),
    ("pounds sterling", "pounds sterling", "GBP"),
    ("pounds", "pounds sterling", "GBP"),
    ("GBP", "pounds sterling", "GBP"),
    ("rubles", "roubles", "RUB"),
    ("roubles", "roubles", "RUB"),
    ("ruble", "roubles", "RUB"),
    ("rouble", "roubles", "RUB"),
    ("RUB", "roubles", "RUB"),
    ("yuan", "yuan", "CNY"),
    ("renminbi", "yuan", "CNY"),
    ("RMB", "yuan", "CNY"),
    ("yen", "yen", "JPY"),
    ("won", "won", "KRW"),
    ("rupees", "rupees", "INR"),
    ("hryvnias", "hryvnias", "UAH"),
    ("hryvnia", "hryvnias", "UAH"),
    ("tenge", "tenge", "KZT"),
    ("Swiss francs", "Swiss francs", "CHF"),
    ("Hong Kong dollars", "Hong Kong dollars", "HKD"),
    ("Australian dollars", "Australian dollars", "AUD"),
    ("Canadian dollars", "Canadian dollars", "CAD"),
];

/// English nouns whose plural is no `-s`, or that take one no number should count.
const ENGLISH_NOUNS: &[(&str, &str)] = &[
    ("people", "people"),
    ("persons", "people"),
    ("men", "men"),
    ("women", "women"),
    ("children", "children"),
    ("aircraft", "aircraft"),
    ("personnel", "personnel"),
    ("staff", "staff"),
    ("cattle", "cattle"),
    ("sheep", "sheep"),
    ("police", "police"),
    ("soldiers", "soldiers"),
    ("troops", "troops"),
    ("workers", "workers"),
    ("employees", "employees"),
    ("labourers", "workers"),
    ("laborers", "workers"),
    ("civilians", "civilians"),
    ("refugees", "refugees"),
    ("migrants", "migrants"),
    ("students", "students"),
    ("officials", "officials"),
    ("diplomats", "diplomats"),
    ("experts", "experts"),
    ("engineers", "engineers"),
    ("casualties", "casualties"),
    ("members", "members"),
    ("delegates", "delegates"),
    ("citizens", "citizens"),
    ("residents", "residents"),
    ("prisoners", "prisoners"),
    ("countries", "countries"),
    ("states", "states"),
    ("nations", "countries"),
    ("provinces", "provinces"),
    ("cities", "cities"),
    ("companies", "companies"),
    ("firms", "companies"),
    ("banks", "banks"),
    ("entities", "entities"),
    ("individuals", "individuals"),
    ("ships", "ships"),
    ("vessels", "ships"),
    ("tankers", "tankers"),
    ("submarines", "submarines"),
    ("planes", "aircraft"),
    ("jets", "aircraft"),
    ("fighters", "fighters"),
    ("bombers", "bombers"),
    ("helicopters", "helicopters"),
    ("drones", "drones"),
    ("missiles", "missiles"),
    ("rockets", "rockets"),
    ("shells", "shells"),
    ("rounds", "rounds"),
    ("warheads", "warheads"),
    ("bombs", "bombs"),
    ("weapons", "weapons"),
    ("tanks", "tanks"),
    ("vehicles", "vehicles"),
    ("satellites", "satellites"),
    ("containers", "containers"),
    ("reactors", "reactors"),
    ("factories", "factories"),
    ("bases", "bases"),
    ("resolutions", "resolutions"),
    ("agreements", "agreements"),
    ("treaties", "treaties"),
    ("documents", "documents"),
    ("projects", "projects"),
    ("meetings", "meetings"),
    ("summits", "summits"),
    ("visits", "visits"),
    ("tests", "tests"),
    ("exercises", "exercises"),
    ("votes", "votes"),
    ("seats", "seats"),
    ("stages", "stages"),
    ("phases", "stages"),
    ("goats", "goats"),
    ("pigs", "pigs"),
    ("horses", "horses"),
    ("trains", "trains"),
    ("cars", "cars"),
    ("trucks", "lorries"),
    ("flights", "flights"),
    ("homes", "homes"),
    ("households", "households"),
    ("families", "families"),
    ("respondents", "respondents"),
    ("cases", "cases"),
    ("deaths", "deaths"),
    ("jobs", "jobs"),
    ("pages", "pages"),
    ("articles", "articles"),
];

/// Words that end an English noun phrase, or never are what is counted.
const ENGLISH_STOPS: &[&str] = &[
    "of",
    "the",
    "and",
    "or",
    "to",
    "in",
    "for",
    "with",
    "by",
    "that",
    "were",
    "are",
    "is",
    "was",
    "has",
    "had",
    "have",
    "as",
    "at",
    "on",
    "from",
    "its",
    "his",
    "this",
    "but",
    "than",
    "which",
    "who",
    "will",
    "would",
    "since",
    "when",
    "while",
    "after",
    "before",
    "between",
    "plus",
    "times",
    "us",
    "per",
    "a",
    "an",
    "into",
    "across",
    "during",
    "including",
    "says",
    "others",
    "others",
    "s",
    "yes",
    "it",
    "does",
];

/// English words before a number that make it a name or a reference.
const REFERENCES: &[&str] = &[
    "article",
    "articles",
    "art",
    "resolution",
    "resolutions",
    "chapter",
    "figure",
    "fig",
    "table",
    "vol",
    "volume",
    "no",
    "nos",
    "number",
    "page",
    "pp",
    "p",
    "section",
    "part",
    "type",
    "phase",
    "version",
    "line",
    "group",
    "boeing",
    "airbus",
    "flight",
    "channel",
    "room",
    "rule",
    "step",
    "level",
    "class",
    "mark",
    "model",
    "appendix",
    "annex",
    "note",
    "item",
    "paragraph",
    "act",
    "division",
    "highway",
    "route",
    "pier",
    "day",
    "bbc",
    "war",
    "issue",
];

/// English words before a small number in words that make it point at things known already.
const ENGLISH_POINTING: &[&str] = &[
    "the", "these", "those", "both", "other", "last", "first", "past", "next", "its", "their",
    "all", "his",
];

/// Idioms whose numbers count nothing.
const IDIOMS: &[&str] = &[
    "三番五次",
    "五次三番",
    "两次世界大战",
    "百年未有",
    "千家万户",
    "一年一度",
    "三三两两",
    "五年计划",
    "七国集团",
    "二十国集团",
    "两面三刀",
    "三天两头",
    "八国联军",
    "九三",
    "四国集团",
    "五眼",
    "百年大计",
    "四个全面",
    "两个确立",
    "四个意识",
    "四个自信",
    "两个维护",
    "三个代表",
    "五个一",
    "两个一百年",
];

// ---- reading ---------------------------------------------------------------------------------------

/// The unit of a quantity, as found after its number.
#[derive(Debug, Clone, PartialEq)]
struct Unit {
    name: String,
    currency: Option<&'static str>,
    end: usize,
}

impl Unit {
    fn new(name: &str, end: usize) -> Self {
        Self { name: name.to_string(), currency: None, end }
    }

    fn money(name: &str, code: &'static str, end: usize) -> Self {
        Self { name: name.to_string(), currency: Some(code), end }
    }
}

/// A number, or a range of two, before its unit is known.
#[derive(Debug, Clone, Copy)]
struct Quantity {
    value: f64,
    upper: Option<f64>,
    end: usize,
    /// Written with figures; words are article-like when they are small.
    arabic: bool,
    more: bool,
    bare: bool,
    scaled: bool,
    english: bool,
}

impl Quantity {
    /// 三, 兩: numbers in words that often count nothing.
    fn is_small_word(&self) -> bool {
        !self.arabic && self.value < 10.0 && !self.more && self.upper.is_none()
    }
}

/// Finds the quantities of `text` in order, leaving out what `dates` already names.
pub fn find_figures(text: &str, dates: &[DateMention]) -> Vec<FigureMention> {
    let folded = Folded::new(text);
    let reader = Reader { folded: &folded, traditional: numerals::is_traditional(text) };
    let taken = |start: usize, end: usize| dates.iter().any(|d| start < d.end && d.start < end);
    let mut figures: Vec<FigureMention> = Vec::new();
    let mut i = 0;
    while i < folded.count() {
        let after = figures.last().map_or(0, |last| last.end);
        let read = reader.figure(i).or_else(|| reader.ellipsis(i, figures.last()));
        let Some((mut mention, core, end)) = read else {
            i = reader.past(i);
            continue;
        };
        // A qualifier may have been part of the words before; then the figure begins at its number.
        if mention.start < after || taken(mention.start, core) {
            mention.start = core;
        }
        if mention.start < after || taken(mention.start, mention.end) {
            i += 1;
            continue;
        }
        figures.push(mention);
        i = end;
    }
    figures
}

/// Whether a unit or a counted noun stands after a number that ends at `i`: then a four-digit
/// number is no year.
pub(super) fn unit_stands_at(folded: &Folded, i: usize) -> bool {
    let next = folded.skip_spaces(i);
    if folded.at(next).is_some_and(is_han) {
        return chinese_unit_stands_at(folded, next);
    }
    let (word, _) = numerals::word_at(&folded.chars, next);
    let unit = ENGLISH_UNITS.iter().any(|(_, plural, _)| word.len() > 1 && word == *plural);
    let scale = ["million", "billion", "thousand", "trillion", "percent"].contains(&word.as_str());
    unit || scale || ENGLISH_NOUNS.iter().any(|(noun, _)| word == *noun)
}

/// 三成 is thirty percent.
const TENTHS: &str = "tenths";

/// Units that a bare number after them doesn't go on counting.
fn is_rate(unit: &str) -> bool {
    matches!(
        unit,
        "percent" | "percentage points" | "times" | "fraction" | "years" | "months" | "days"
    )
}

fn chinese_unit_stands_at(folded: &Folded, i: usize) -> bool {
    let stands = |word: &str, not: &str| {
        folded.eat(i, word).is_some_and(|end| !folded.at(end).is_some_and(|c| not.contains(c)))
    };
    folded.at(i).is_some_and(|c| is_numeral(c) || matches!(c, '多' | '余' | '人' | '国' | '号'))
        || CURRENCIES.iter().any(|(word, ..)| stands(word, ""))
        || MEASURES.iter().any(|(word, _, not)| stands(word, not))
        || CLASSIFIERS.iter().any(|(word, _, _, not)| stands(word, not))
}

struct Reader<'f> {
    folded: &'f Folded,
    /// In Traditional Chinese a bare 元 may be Taiwan's or Hong Kong's: no currency is claimed.
    traditional: bool,
}

impl Reader<'_> {
    /// The position after the number or word at `i`, from which to read on.
    fn past(&self, i: usize) -> usize {
        let folded = self.folded;
        match folded.at(i) {
            Some(c) if c.is_ascii_alphabetic() => numerals::word_at(&folded.chars, i).1.max(i + 1),
            _ => i + 1,
        }
    }

    /// The figure whose number begins at `i`: the mention, the byte its number begins at, and the
    /// position to read on from.
    fn figure(&self, i: usize) -> Option<(FigureMention, usize, usize)> {
        let folded = self.folded;
        let money = self.money_before(i);
        let quantity = self.quantity(i, money.is_some())?;
        if self.in_idiom(i) {
            return None;
        }
        let (mut quantity, mut unit) = match self.fraction(&quantity) {
            Some((value, unit)) => {
                (Quantity { value, upper: None, bare: false, arabic: true, ..quantity }, unit)
            }
            None => {
                let unit =
                    self.unit(i, &quantity, money.as_ref().map(|(_, name, code)| (*name, *code)))?;
                (quantity, unit)
            }
        };
        if let Some((upper, wider)) = self.range_with_units(i, &quantity, &unit) {
            quantity.upper = Some(upper);
            unit = wider;
        }
        if unit.name == TENTHS {
            unit.name = "percent".to_string();
            quantity.value *= 10.0;
            quantity.upper = quantity.upper.map(|upper| upper * 10.0);
        }
        if let Some(end) = self.and_a_half(&unit) {
            quantity.value += 0.5;
            unit.end = end;
        }
        let mut core = money.as_ref().map_or(i, |(start, ..)| *start);
        if unit.name.starts_with("degrees") && folded.head(core).ends_with("零下") {
            core -= 2;
            quantity.value = -quantity.value;
            quantity.upper = quantity.upper.map(|upper| -upper);
        }
        let (mut start, before) = self.qualifier_before(core);
        let recent =
            matches!(unit.name.as_str(), "years" | "months" | "weeks" | "days" | "decades")
                && before == Some("about")
                && folded.at(start) == Some('近');
        let (mut qualifier, mut end) = (before.filter(|_| !recent), unit.end);
        if recent {
            start = core;
        }
        if quantity.more || folded.rest(quantity.end).starts_with("个多") {
            qualifier = Some("more than");
        }
        if let Some((says, after)) = self.qualifier_after(end) {
            qualifier = qualifier.or(Some(says));
            end = after;
        }
        if quantity.bare && before.is_none() {
            return None;
        }
        let qualifier = qualifier.or_else(|| self.at_least_before(core));
        let mention = FigureMention {
            start: folded.origin(start),
            end: folded.origin(end),
            value: quantity.value,
            upper: quantity.upper,
            unit: unit.name,
            currency: unit.currency.map(str::to_string),
            qualifier,
        };
        Some((mention, folded.origin(core), end))
    }

    /// A large number with no unit of its own after one that has: "100,000 workers, of whom 50,000
    /// were in China".
    fn ellipsis(
        &self,
        i: usize,
        last: Option<&FigureMention>,
    ) -> Option<(FigureMention, usize, usize)> {
        let folded = self.folded;
        let last = last.filter(|last| last.currency.is_none() && !is_rate(&last.unit))?;
        let quantity = self.quantity(i, false)?;
        let separated = folded.chars.get(i..quantity.end)?.contains(&',');
        let near = folded.origin(i).saturating_sub(last.end) < 120;
        let closed = match folded.at(quantity.end) {
            None => true,
            Some(' ') => {
                let (word, _) = numerals::word_at(&folded.chars, quantity.end + 1);
                word.is_empty() || ENGLISH_STOPS.contains(&word.as_str())
            }
            Some(c) => {
                matches!(c, ',' | '.' | ';' | '。' | '、' | ')' | '增' | '减' | '降' | '升' | '上')
            }
        };
        let reference = REFERENCES.contains(&self.word_before(i).as_str());
        if !(quantity.arabic && (quantity.scaled || separated) && near && closed) || reference {
            return None;
        }
        let (start, qualifier) = self.qualifier_before(i);
        let mention = FigureMention {
            start: folded.origin(start),
            end: folded.origin(quantity.end),
            value: quantity.value,
            upper: quantity.upper,
            unit: last.unit.clone(),
            currency: None,
            qualifier: if quantity.more { Some("more than") } else { qualifier },
        };
        Some((mention, folded.origin(i), quantity.end))
    }

    // ---- the number

    fn quantity(&self, i: usize, money: bool) -> Option<Quantity> {
        let first = self.number(i, money, false)?;
        let second = self.range_end(first.end, money);
        let Some(second) = second else {
            return Some(first);
        };
        // 50—60万: the multiplier said once is meant twice.
        let unscaled = second.value / second.scale;
        let low = if !first.scaled && first.value < unscaled {
            first.value * second.scale
        } else {
            first.value
        };
        if low >= second.value {
            return Some(first);
        }
        Some(Quantity {
            value: low,
            upper: Some(second.value),
            end: second.end,
            arabic: first.arabic,
            more: second.more,
            bare: false,
            scaled: second.scale > 1.0,
            english: second.english,
        })
    }

    fn number(&self, i: usize, money: bool, within: bool) -> Option<Quantity> {
        let folded = self.folded;
        let c = folded.at(i)?;
        let english = c.is_ascii_alphabetic();
        if !(within || self.begins_number(i, c)) {
            return None;
        }
        let number = if english {
            numerals::words_at(&folded.chars, i)?
        } else if c.is_ascii_digit() || is_numeral(c) {
            numerals::number_at(&folded.chars, i)?
        } else {
            return None;
        };
        if !self.ends_number(&number) {
            return None;
        }
        let (mut value, mut end, mut scale) = (number.value, number.end, number.scale);
        while let Some((times, after)) =
            numerals::scale_at(folded, end, money).filter(|_| number.arabic || english)
        {
            value *= times;
            scale *= times;
            end = after;
        }
        if folded.at(end) == Some('+') {
            end += 1;
        }
        let scaled = scale > 1.0 || number.scale > 1.0;
        let more = number.more || folded.before(end) == Some('+');
        let quantity = Quantity {
            value,
            upper: None,
            end,
            arabic: number.arabic,
            more,
            bare: number.bare,
            scaled,
            english: english || scale != number.scale,
        };
        value.is_finite().then_some(quantity)
    }

    /// Whether a number may begin here: not within a longer one, a name, an ordinal or a time.
    fn begins_number(&self, i: usize, c: char) -> bool {
        let folded = self.folded;
        let Some(before) = folded.before(i) else {
            return true;
        };
        let two = i.checked_sub(2).and_then(|i| folded.at(i));
        if c.is_ascii_alphabetic() {
            return !before.is_alphanumeric() && !matches!(before, '-' | '\'');
        }
        let in_name = matches!(before, '-' | '_' | '·')
            && two.is_some_and(|c| c.is_alphanumeric() || matches!(c, '”' | '"' | ')'));
        let in_number =
            matches!(before, '.' | ',' | ':' | '/') && two.is_some_and(|c| c.is_ascii_digit());
        let letter = before.is_ascii_alphanumeric() && !self.head_ends_with_code(i);
        let ordinal = before == '第'
            || (matches!(before, '、' | '-' | '至' | '和' | '及' | '与' | '到')
                && self.ordinal_list(i));
        let vague = !c.is_ascii_digit()
            && matches!(before, '几' | '数' | '好' | '若' | '成' | '百' | '千' | '万');
        let mark =
            matches!(before, '#' | '№' | '@' | '&' | '=') || (before == '/' && !c.is_ascii_digit());
        !(letter || is_numeral(before) || in_name || in_number || ordinal || vague || mark)
    }

    /// USD500, RMB3.
    fn head_ends_with_code(&self, i: usize) -> bool {
        MONEY_BEFORE.iter().any(|(sign, ..)| self.folded.head(i).ends_with(sign))
    }

    /// 第2、3条: the ordinal before reaches over the list.
    fn ordinal_list(&self, i: usize) -> bool {
        let mut at = i;
        while let Some(c) = self.folded.before(at) {
            match c {
                '第' => return true,
                '、' | '-' | '至' | '和' | '及' | '与' | '到' => {}
                '条' | '款' | '项' | '章' | '轮' | '届' | '次' | '节' => {}
                c if c.is_ascii_digit() || is_numeral(c) => {}
                _ => return false,
            }
            at -= 1;
        }
        false
    }

    /// Whether a number ends here: not in a time, a version, a fraction or a name (25K, 3D).
    fn ends_number(&self, number: &Number) -> bool {
        let folded = self.folded;
        let next = folded.at(number.end + 1);
        match folded.at(number.end) {
            Some(':' | '.' | ',' | '/') => !next.is_some_and(|c| c.is_ascii_digit()),
            Some('×' | '·' | '_' | '#') => false,
            _ => true,
        }
    }

    fn range_end(&self, i: usize, money: bool) -> Option<EndOfRange> {
        let folded = self.folded;
        let at = folded.skip_spaces(i);
        let (word, end) = folded.eat_any(at, &["--", "-", "~", "至", "到", "to ", "and "])?;
        if word == "and " && !folded.lead(i, 40).to_ascii_lowercase().contains("between ") {
            return None;
        }
        let mut next = folded.skip_spaces(end);
        if let Some((_, after)) = folded.eat_any(next, &["US$", "$", "€", "£"]).filter(|_| money)
        {
            next = after;
        }
        let quantity = self.number(next, money, true)?;
        let scale = self.scale_of(next, &quantity);
        Some(EndOfRange {
            value: quantity.value,
            scale,
            end: quantity.end,
            more: quantity.more,
            english: quantity.english,
        })
    }

    fn scale_of(&self, i: usize, quantity: &Quantity) -> f64 {
        let chars = &self.folded.chars;
        let number = numerals::number_at(chars, i).or_else(|| numerals::words_at(chars, i));
        number.map_or(1.0, |number| {
            let times = if number.value > 0.0 { quantity.value / number.value } else { 1.0 };
            number.scale * times
        })
    }

    /// 三分之二, 百分之二十.
    fn fraction(&self, quantity: &Quantity) -> Option<(f64, Unit)> {
        // Hong Kong writes 三分一 for 三分之一.
        let short = || self.folded.eat(quantity.end, "分").filter(|_| !quantity.arabic);
        let end = self.folded.eat(quantity.end, "分之").or_else(short)?;
        let number = numerals::number_at(&self.folded.chars, end)?;
        if quantity.value == 1.0 || (end == quantity.end + 1 && number.value > 2.0) {
            return None;
        }
        match quantity.value {
            100.0 => return Some((number.value, Unit::new("percent", number.end))),
            1000.0 => return Some((number.value, Unit::new("per mille", number.end))),
            _ => {}
        }
        (quantity.value > number.value && number.value > 0.0).then(|| {
            let share = (number.value / quantity.value * 1e8).round() / 1e8;
            (share, Unit::new("fraction", number.end))
        })
    }

    /// 10%至20%, 50万人—60万人: the unit said twice.
    fn range_with_units(&self, i: usize, quantity: &Quantity, unit: &Unit) -> Option<(f64, Unit)> {
        if quantity.upper.is_some() || matches!(self.folded.before(i), Some('从' | '由')) {
            return None;
        }
        let (_, next) = self.folded.eat_any(unit.end, &["--", "-", "~", "至", "到"])?;
        let next = self.folded.skip_spaces(next);
        let second = self.number(next, false, true)?;
        let other = self.unit(next, &second, None)?;
        (other.name == unit.name && second.value > quantity.value).then_some((second.value, other))
    }

    // ---- the unit

    fn unit(
        &self,
        i: usize,
        quantity: &Quantity,
        money: Option<(&'static str, &'static str)>,
    ) -> Option<Unit> {
        let folded = self.folded;
        let at = folded.skip_spaces(quantity.end);
        if let Some(mut unit) = self.currency(at, quantity) {
            // 新台币100亿元: the name before says which.
            if let Some((name, code)) = money {
                (unit.name, unit.currency) = (name.to_string(), Some(code));
            }
            return Some(unit);
        }
        if let Some((name, code)) = money {
            return Some(Unit::money(name, code, quantity.end));
        }
        let latin =
            folded.at(at).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '°'));
        if latin && !quantity.bare {
            return self.english_unit(i, quantity);
        }
        if self.is_word_not_number(i, quantity) {
            return None;
        }
        self.measure(i, at, quantity)
            .or_else(|| self.tenths(at, quantity))
            .or_else(|| self.classified(i, at, quantity))
            .or_else(|| self.direct_noun(at, quantity))
            .or_else(|| self.people_before(i, quantity))
    }

    /// 人口2,600万: a large number with no unit, after what it counts.
    fn people_before(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        let ends = self.folded.at(quantity.end).is_none_or(|c| !is_han(c) && !c.is_alphanumeric());
        let counted = self.noun_before(i).filter(|(_, people)| *people)?;
        (quantity.scaled && ends).then(|| Unit::new(counted.0, quantity.end))
    }

    /// The noun a number follows, as in 导弹60余枚, with a verb of amount between at most.
    fn noun_before(&self, i: usize) -> Option<(&'static str, bool)> {
        const AMOUNTS: &[&str] = &[
            "约为", "约有", "大约", "约", "近", "超过", "逾", "达到", "达", "共计", "共", "合计",
            "总计", "为", "各", "仅", "有", "至少", " ",
        ];
        let mut head = self.folded.head(i);
        while let Some(rest) = AMOUNTS.iter().find_map(|word| head.strip_suffix(word)) {
            head = rest;
        }
        NOUNS
            .iter()
            .filter(|(word, ..)| word.chars().count() > 1 && head.ends_with(word))
            .max_by_key(|(word, ..)| word.len())
            .map(|(_, name, people)| (*name, *people))
    }

    /// Numbers in words that count nothing before a Chinese unit: 一次, 二级, 這兩個.
    fn is_word_not_number(&self, i: usize, quantity: &Quantity) -> bool {
        if !quantity.is_small_word() {
            return false;
        }
        let folded = self.folded;
        let pointing = folded.before(i).is_some_and(|c| POINTING.contains(c));
        let two = folded.at(i) == Some('二') && quantity.end == i + 1;
        // 一倍 is a figure; 一度, 一年 and 一个 are not.
        let measured = ["倍", "吨", "公里", "公斤", "公顷", "英里"]
            .iter()
            .any(|unit| folded.eat(quantity.end, unit).is_some());
        let one = quantity.value == 1.0 && !measured;
        pointing || one || (two && !measured)
    }

    fn currency(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let longest = CURRENCIES
            .iter()
            .filter_map(|(word, name, code)| folded.eat(i, word).map(|end| (end, *name, *code)))
            .max_by_key(|(end, ..)| *end);
        if let Some((end, name, code)) = longest {
            let bare = end == i + 1;
            let other = folded.at(end).is_some_and(|c| "首素老旦月件帅宵勋桌形满".contains(c));
            if bare && (other || quantity.is_small_word()) {
                return None;
            }
            let mut unit = Unit::money(name, code, end);
            if bare && self.traditional {
                unit.currency = None;
            }
            return Some(unit);
        }
        let (end, name, code) = ENGLISH_MONEY.iter().find_map(|(word, name, code)| {
            let end = folded.eat(i, word)?;
            let whole = !folded.at(end).is_some_and(|c| c.is_ascii_alphanumeric());
            whole.then_some((end, *name, *code))
        })?;
        (quantity.arabic || quantity.english).then(|| Unit::money(name, code, end))
    }

    fn measure(&self, i: usize, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let (end, name) = MEASURES
            .iter()
            .filter_map(|(word, name, not)| {
                let end = folded.eat(at, word)?;
                let other = folded.at(end).is_some_and(|c| not.contains(c));
                (!other).then_some((end, *name))
            })
            .max_by_key(|(end, _)| *end)?;
        // 21世纪头20年 is a time, and 三度 is "three times over".
        let head = folded.head(i);
        let dated = name == "years"
            && ["世纪头", "世纪初", "世纪前", "世纪"].iter().any(|w| head.ends_with(w));
        let repeated =
            name == "degrees" && folded.before(i).is_some_and(|c| "已曾再又".contains(c));
        let vague = repeated
            || matches!(
                name,
                "degrees"
                    | "votes"
                    | "seats"
                    | "characters"
                    | "weeks"
                    | "knots"
                    | "grams"
                    | "volts"
            ) && quantity.is_small_word();
        if dated || vague {
            return None;
        }
        let mut unit = Unit::new(name, end);
        unit.end = match name {
            // 两年多, 三年半; 桶石油.
            "barrels" | "tonnes" | "kilograms" | "litres" => self.goods(end),
            _ => end,
        };
        Some(unit)
    }

    /// What a measure of goods measures belongs to its words: 100万桶石油.
    fn goods(&self, end: usize) -> usize {
        const GOODS: &[&str] = &[
            "石油产品",
            "原油",
            "石油",
            "成品油",
            "柴油",
            "汽油",
            "煤炭",
            "煤",
            "粮食",
            "大米",
            "小麦",
            "玉米",
            "面粉",
            "化肥",
            "钢铁",
            "天然气",
            "液化天然气",
            "黄金",
            "铀",
            "弹药",
            "货物",
        ];
        self.folded.eat_any(end, GOODS).map_or(end, |(_, end)| end)
    }

    /// 三成: where nothing follows that would make 成 a verb.
    fn tenths(&self, at: usize, quantity: &Quantity) -> Option<Unit> {
        let end = self.folded.eat(at, "成")?;
        let follows = self.folded.at(end).is_none_or(|c| ",。、;)的以左是来".contains(c));
        (follows && quantity.value < 10.0).then(|| Unit::new(TENTHS, end))
    }

    fn classified(&self, i: usize, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let (end, alone, counts) = CLASSIFIERS
            .iter()
            .filter_map(|(word, alone, counts, not)| {
                let end = folded.eat(at, word)?;
                let person = *word == "个" && folded.at(end) == Some('人');
                let other = folded.at(end).is_some_and(|c| not.contains(c)) && !person;
                (!other).then_some((end, *alone, *counts))
            })
            .max_by_key(|(end, ..)| *end)?;
        if self.is_enumerated(end, quantity) {
            return None;
        }
        if let Some(unit) = self.noun(end, counts, alone.is_empty()) {
            return Some(unit);
        }
        // 1个, 两件: too little to go by, unless the classifier says what it counts.
        let weak = alone.is_empty();
        if weak && quantity.is_small_word() {
            return None;
        }
        let loose = matches!(
            alone,
            "incidents" | "batches" | "sites" | "groups" | "teams" | "packs" | "sets" | "companies"
        );
        if (loose && quantity.is_small_word()) || self.is_ordinal_by_noun(i, end) {
            return None;
        }
        let name = match self.noun_before(i).filter(|(_, people)| !people) {
            Some((name, _)) if weak => name,
            _ if weak => "items",
            _ => alone,
        };
        Some(Unit::new(name, end))
    }

    /// Kinds and aspects are enumerated, not counted.
    fn is_enumerated(&self, end: usize, quantity: &Quantity) -> bool {
        let folded = self.folded;
        let kind = matches!(folded.before(end), Some('种' | '类')) && quantity.is_small_word();
        let small = quantity.value < 10.0 && quantity.upper.is_none();
        let noun = (0..=4).any(|gap| {
            let clear =
                (end..end + gap).all(|i| folded.at(i).is_some_and(|c| !NOT_WITHIN.contains(c)));
            clear && folded.eat_any(end + gap, ENUMERATED).is_some()
        });
        kind || (small && noun)
    }

    /// 1718号 and its like name a thing by number.
    fn is_ordinal_by_noun(&self, i: usize, end: usize) -> bool {
        self.folded.head(i).ends_with("第") || self.folded.eat_any(end, &["号", "型"]).is_some()
    }

    /// The known noun after a classifier, with up to eight characters of adjectives and names
    /// between. The last noun of a compound is the one counted (公司员工 are employees).
    fn noun(&self, from: usize, counts: Counts, long: bool) -> Option<Unit> {
        let folded = self.folded;
        let fits = |people: bool| match counts {
            Counts::People => people,
            Counts::Things => !people,
            Counts::Any => true,
        };
        let known = |i: usize, gap: usize| {
            NOUNS
                .iter()
                // One character is a noun only right after its classifier.
                .filter(|(word, ..)| gap == 0 || word.chars().count() > 1)
                .filter_map(|(word, name, people)| {
                    folded.eat(i, word).map(|end| (end, *name, *people))
                })
                .max_by_key(|(end, ..)| *end)
        };
        let reach = if long { 10 } else { 6 };
        for gap in 0..=reach {
            let i = from + gap;
            if let Some((mut end, mut name, mut people)) = known(i, gap) {
                while let Some(next) = known(end, 1) {
                    (end, name, people) = next;
                }
                if fits(people) {
                    return Some(Unit::new(name, end));
                }
            }
            let c = folded.at(i)?;
            if !is_han(c) || NOT_WITHIN.contains(c) {
                return None;
            }
        }
        None
    }

    /// A noun with no classifier: 250万人, 27国, 4万士兵.
    fn direct_noun(&self, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let (end, name, people) = NOUNS
            .iter()
            .filter_map(|(word, name, people)| {
                folded.eat(at, word).map(|end| (end, *name, *people))
            })
            .max_by_key(|(end, ..)| *end)?;
        let next = folded.at(end);
        if name == "people" && end == at + 1 {
            let other = next.is_some_and(|c| "民权类数才口工均为制组帮称手间行".contains(c))
                && !(next == Some('民') && quantity.scaled);
            return (!other && (!quantity.is_small_word() || quantity.value >= 3.0))
                .then(|| Unit::new(name, end));
        }
        if name == "countries" && end == at + 1 {
            let group = folded
                .eat_any(end, &["集团", "联军", "峰会", "机制", "组织", "会", "语"])
                .is_some();
            return (!group && !quantity.is_small_word()).then(|| Unit::new(name, end));
        }
        let large = quantity.scaled || quantity.more || quantity.value >= 100.0;
        // 歼20战机, 99坦克 and 1718制裁委员会 are names; 3月 is a date.
        let things = (quantity.scaled || quantity.more) && end > at + 1;
        (large && people || things).then(|| Unit::new(name, end))
    }

    fn english_unit(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let before = self.word_before(i);
        if REFERENCES.contains(&before.as_str()) {
            return None;
        }
        if let Some(unit) = self.english_measure(quantity, &before) {
            return Some(unit);
        }
        let hyphenated = folded.at(quantity.end) == Some('-');
        let glued = folded.at(quantity.end).is_some_and(|c| c.is_ascii_alphabetic());
        let pointed = ENGLISH_POINTING.contains(&before.as_str());
        if hyphenated || glued || quantity.value == 1.0 || (pointed && quantity.is_small_word()) {
            return None;
        }
        self.english_noun(quantity)
    }

    fn english_measure(&self, quantity: &Quantity, before: &str) -> Option<Unit> {
        let folded = self.folded;
        let at = folded.skip_spaces(quantity.end);
        let hyphen = folded.at(at) == Some('-');
        let at = at + usize::from(hyphen);
        let (end, name, plural) = ENGLISH_UNITS
            .iter()
            .filter_map(|(singular, plural, name)| {
                let end = folded.eat(at, plural).or_else(|| {
                    folded.eat(at, singular).filter(|_| hyphen || quantity.value == 1.0)
                })?;
                let whole = !folded.at(end).is_some_and(|c| c.is_ascii_alphanumeric());
                whole.then_some((end, *name, *plural))
            })
            .max_by_key(|(end, ..)| *end)?;
        // "3 m" is a length, "one time" and "the past three years" are not figures of their own.
        let end = folded.eat(end, "-old").unwrap_or(end);
        let letters = plural.len() == 1 && !quantity.arabic;
        let pointed = quantity.is_small_word() && matches!(before, "these" | "those" | "both");
        let one = quantity.value == 1.0 && !quantity.arabic;
        (!(letters || pointed || one)).then(|| Unit::new(name, end))
    }

    /// The plural noun within the next words; what is known is named as the tables name it.
    fn english_noun(&self, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let mut at = quantity.end;
        let mut plural: Option<(String, usize)> = None;
        for _ in 0..4 {
            if folded.at(at) != Some(' ') {
                break;
            }
            let (word, end) = self.english_word(folded.skip_spaces(at));
            let lower = word.to_ascii_lowercase();
            if word.is_empty() || ENGLISH_STOPS.contains(&lower.as_str()) {
                break;
            }
            if let Some((_, name)) = ENGLISH_NOUNS.iter().find(|(noun, _)| word == *noun) {
                return Some(Unit::new(name, end));
            }
            let counted =
                word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && word == lower;
            if counted && plural.is_none() {
                plural = Some((word, end));
            }
            at = end;
        }
        // Small numbers in words count only what is known: "two sides", "three reasons".
        plural.filter(|_| !quantity.is_small_word()).map(|(word, end)| Unit::new(&word, end))
    }

    /// A word with its inner hyphens and digits: MiG-29, short-range.
    fn english_word(&self, i: usize) -> (String, usize) {
        let part = |c: char| (c.is_alphanumeric() && !is_han(c)) || matches!(c, '-' | '\'');
        let mut end = i;
        while self.folded.at(end).is_some_and(part) {
            end += 1;
        }
        (self.folded.chars.get(i..end).unwrap_or(&[]).iter().collect(), end)
    }

    fn word_before(&self, i: usize) -> String {
        let head = self.folded.head(i).trim_end_matches([' ', '.']);
        let word: String =
            head.chars().rev().take_while(|c| c.is_alphabetic() && !is_han(*c)).collect();
        word.chars().rev().collect::<String>().to_ascii_lowercase()
    }

    /// 两年半, 三个半月: the position after the half.
    fn and_a_half(&self, unit: &Unit) -> Option<usize> {
        let timed = matches!(unit.name.as_str(), "years" | "months" | "hours" | "days" | "miles");
        if self.folded.head(unit.end).ends_with("个半月")
            || self.folded.head(unit.end).ends_with("个半小时")
        {
            return Some(unit.end);
        }
        let end = self.folded.eat(unit.end, "半").filter(|_| timed)?;
        (!self.folded.at(end).is_some_and(|c| "岛数导径年场成".contains(c))).then_some(end)
    }

    // ---- what stands around

    /// A sign or name of money right before a number: its start, unit and code.
    fn money_before(&self, i: usize) -> Option<(usize, &'static str, &'static str)> {
        let folded = self.folded;
        let spaced = i > 0 && folded.at(i - 1) == Some(' ');
        let end = i - usize::from(spaced);
        let head = folded.head(end);
        MONEY_BEFORE.iter().find_map(|(sign, name, code)| {
            head.ends_with(sign).then_some(())?;
            let start = end - sign.chars().count();
            let word = sign.starts_with(|c: char| c.is_ascii_alphabetic());
            let within = word && folded.before(start).is_some_and(|c| c.is_ascii_alphanumeric());
            (!within).then_some((start, *name, *code))
        })
    }

    /// The qualifier before position `i`: where the figure's words begin, and what it says.
    fn qualifier_before(&self, i: usize) -> (usize, Option<&'static str>) {
        let folded = self.folded;
        let mut end = i;
        while folded.before(end) == Some(' ') {
            end -= 1;
        }
        let head = folded.head(end);
        let from = head.char_indices().rev().nth(20).map_or(0, |(at, _)| at);
        let tail = head[from..].to_ascii_lowercase();
        for (word, says, inside) in BEFORE {
            if !tail.ends_with(word) {
                continue;
            }
            let start = end - word.chars().count();
            let latin = word.starts_with(|c: char| c.is_ascii_alphabetic());
            let before = folded.before(start);
            let other = match *word {
                // 附近, 以上, 最近, 条约.
                "近" => before.is_some_and(|c| "附最接靠邻临新远".contains(c)),
                "上" => {
                    !folded.at(i).is_some_and(|c| "十百千万亿".contains(c))
                        || before.is_some_and(is_han)
                }
                "约" => before.is_some_and(|c| "条公合协契节缔签北华履违制大".contains(c)),
                "超" => before.is_some_and(|c| "高赶反".contains(c)),
                _ => latin && before.is_some_and(|c| c.is_ascii_alphanumeric()),
            };
            if other {
                continue;
            }
            return (if *inside { start } else { i }, Some(says));
        }
        (i, None)
    }

    /// 至少 earlier in the clause: 至少向乌克兰发射1万枚炮弹. Its words are not the figure's.
    fn at_least_before(&self, i: usize) -> Option<&'static str> {
        let clause = self.folded.chars.get(i.saturating_sub(12)..i)?;
        let from =
            clause.iter().rposition(|c| !is_han(*c) || is_numeral(*c)).map_or(0, |last| last + 1);
        let clause: String = clause.get(from..)?.iter().collect();
        (clause.contains("至少") || clause.contains("不少于")).then_some("at least")
    }

    fn qualifier_after(&self, i: usize) -> Option<(&'static str, usize)> {
        let folded = self.folded;
        let (word, end) = folded
            .eat_any(i, &["左右", "上下", "以上", "以下", "以内"])
            .or_else(|| folded.eat_any(folded.skip_spaces(i), &["or more"]))?;
        AFTER.iter().find(|(after, _)| *after == word).map(|(_, says)| (*says, end))
    }

    /// Whether the number at `i` stands within an idiom.
    fn in_idiom(&self, i: usize) -> bool {
        IDIOMS.iter().any(|idiom| {
            let length = idiom.chars().count();
            (i.saturating_sub(length - 1)..=i).any(|at| self.folded.eat(at, idiom).is_some())
        })
    }
}

/// The second number of a range.
struct EndOfRange {
    value: f64,
    /// What its coefficient was multiplied by.
    scale: f64,
    end: usize,
    more: bool,
    english: bool,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::dates::{DateContext, find_dates};
    use super::*;

    /// `words=value unit`, with the upper bound, currency and qualifier where there is one.
    fn figures(text: &str) -> Vec<String> {
        let dates = find_dates(text, &mut DateContext::default());
        find_figures(text, &dates)
            .iter()
            .map(|figure| {
                let mut said = format!("{}={}", &text[figure.start..figure.end], figure.value);
                if let Some(upper) = figure.upper {
                    said += &format!("..{upper}");
                }
                said += &format!(" {}", figure.unit);
                for more in [figure.currency.as_deref(), figure.qualifier].into_iter().flatten() {
                    said += &format!(", {more}");
                }
                said
            })
            .collect()
    }

    fn check(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(figures(text), *expected, "{text}");
        }
    }

    #[test]
    fn money() {
        check(&[
            ("額達3440萬美元,", &["3440萬美元=34400000 US dollars, USD"]),
            ("獲利高达55亿美元", &["55亿美元=5500000000 US dollars, USD, up to"]),
            ("1,100万美元", &["1,100万美元=11000000 US dollars, USD"]),
            ("二十万亿元", &["二十万亿元=20000000000000 yuan, CNY"]),
            ("新台幣1,200億元", &["新台幣1,200億元=120000000000 New Taiwan dollars, TWD"]),
            ("100億元的預算", &["100億元=10000000000 yuan"]),
            ("5000萬盧布", &["5000萬盧布=50000000 roubles, RUB"]),
            ("12亿至23亿美元", &["12亿至23亿美元=1200000000..2300000000 US dollars, USD"]),
            ("$34.4 million", &["$34.4 million=34400000 US dollars, USD"]),
            ("US$1.2bn", &["US$1.2bn=1200000000 US dollars, USD"]),
            ("3 billion euros", &["3 billion euros=3000000000 euros, EUR"]),
            ("以美元結算,元首,一元論", &[]),
        ]);
    }

    #[test]
    fn people_and_things() {
        check(&[
            ("派遣约12,000名士兵赴俄", &["约12,000名士兵=12000 soldiers, about"]),
            ("１２，０００名", &["１２，０００名=12000 people"]),
            ("25万6千人", &["25万6千人=256000 people"]),
            ("每年約減少50萬—60萬人", &["50萬—60萬人=500000..600000 people"]),
            ("50—60万人", &["50—60万人=500000..600000 people"]),
            ("接收了近4萬人", &["近4萬人=40000 people, about"]),
            ("1万多个集装箱的弹药", &["1万多个集装箱=10000 containers, more than"]),
            ("300多万发炮弹", &["300多万发炮弹=3000000 shells, more than"]),
            ("40多枚朝鲜弹道导弹", &["40多枚朝鲜弹道导弹=40 ballistic missiles, more than"]),
            ("约50枚核弹头", &["约50枚核弹头=50 warheads, about"]),
            ("約35架米格-29戰鬥機", &["約35架=35 aircraft, about"]),
            ("運送了477只山羊", &["477只山羊=477 goats"]),
            ("超過100萬桶石油", &["超過100萬桶石油=1000000 barrels, more than"]),
            ("至少10项联合国制裁决议", &["至少10项联合国制裁决议=10 resolutions, at least"]),
            ("至少向乌克兰发射1万枚炮弹", &["1万枚炮弹=10000 shells, at least"]),
            ("经历了四個階段", &["四個階段=4 stages"]),
            ("的兩名高級官員", &["兩名高級官員=2 officials"]),
            ("5名公司员工", &["5名公司员工=5 employees"]),
            (
                "导弹60余枚,人口2,600万",
                &["60余枚=60 missiles, more than", "2,600万=26000000 people"],
            ),
            (
                "百余人,上万名士兵",
                &["百余人=100 people, more than", "上万名士兵=10000 soldiers, about"],
            ),
            ("27個國家", &["27個國家=27 countries"]),
            ("🚀🚀10艘𠀀", &["10艘=10 ships"]),
        ]);
    }

    #[test]
    fn measures() {
        check(&[
            ("增長4.1%", &["4.1%=4.1 percent"]),
            ("12.5%", &["12.5%=12.5 percent"]),
            ("百分之二十五", &["百分之二十五=25 percent"]),
            ("三分之二以上", &["三分之二以上=0.66666667 fraction, at least"]),
            ("七成以上", &["七成以上=70 percent, at least"]),
            ("1.6 個百分點", &["1.6 個百分點=1.6 percentage points"]),
            ("約850米", &["約850米=850 metres, about"]),
            ("(1435毫米和1520毫米)", &["1435毫米=1435 millimetres", "1520毫米=1520 millimetres"]),
            ("失業率的2.5倍", &["2.5倍=2.5 times"]),
            ("180度转变", &["180度=180 degrees"]),
            ("零下20度", &["零下20度=-20 degrees"]),
            ("時隔20年", &["20年=20 years"]),
            ("两年半", &["两年半=2.5 years"]),
            ("10%至20%", &["10%至20%=10..20 percent"]),
            ("由23%下降至16%", &["23%=23 percent", "16%=16 percent"]),
        ]);
    }

    #[test]
    fn english() {
        check(&[
            ("about 12,000 troops", &["about 12,000 troops=12000 troops, about"]),
            ("10,000 containers", &["10,000 containers=10000 containers"]),
            ("three stages", &["three stages=3 stages"]),
            ("35 MiG-29 fighters", &["35 MiG-29 fighters=35 fighters"]),
            ("an 850-metre bridge", &["850-metre=850 metres"]),
            ("8.5 per cent, 54%", &["8.5 per cent=8.5 percent", "54%=54 percent"]),
            ("2.5 percentage points", &["2.5 percentage points=2.5 percentage points"]),
            ("600,000 reservists", &["600,000 reservists=600000 reservists"]),
            (
                "100,000 workers, of whom 50,000 were in China",
                &["100,000 workers=100000 workers", "50,000=50000 workers"],
            ),
            ("the two countries, two sides, one time, Resolution 2397 states", &[]),
        ]);
    }

    #[test]
    fn what_is_no_figure() {
        let none = [
            "兩國",
            "這兩個目標",
            "兩種特點",
            "三個層次要素",
            "兩方面",
            "一個",
            "一次",
            "一定",
            "二次制裁",
            "二級制裁",
            "第14輪",
            "第四條",
            "第十次會議",
            "第2、3条",
            "第16條和17條",
            "火星-19",
            "B-1B",
            "蘇-25K",
            "Express-103",
            "AUKUS",
            "三大全球倡議",
            "百年未有之大變局",
            "21世纪头20年期间",
            "0 阅读:2",
            "21(3)",
            "Vol. 46",
            "2024年",
            "12月16日",
            "几十年来",
            "數千工人",
            "七国集团",
            "1718制裁委员会",
            "1718号决议",
            "14:57",
            "1.2.3版本",
            "38度线",
        ];
        for text in none {
            assert_eq!(figures(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn each_table_names_a_thing_once() {
        for (i, (word, ..)) in NOUNS.iter().enumerate() {
            assert!(NOUNS[..i].iter().all(|(other, ..)| other != word), "{word}");
        }
        for (i, (word, ..)) in CLASSIFIERS.iter().enumerate() {
            assert!(CLASSIFIERS[..i].iter().all(|(other, ..)| other != word), "{word}");
        }
    }

    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "0", "1", "12", ",000", ".5", "三", "十", "百", "萬", "亿", "兆", "多", "余", "几",
            "两", "年", "月", "个", "名", "枚", "—", "-", "至", "~", "/", ":", ".", ",", "%", "約",
            "超过", "至少", "以上", "美元", "$", "US$", "million", "bn", " ", "people", "three",
            "to ", "and ", "between ", "人", "分之", "成", "半", "零下", "度", "第", "、", "🚀",
            "𠀀", "炮弹", "９", "，", "+", "three-",
        ]);
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    fn spans_hold(text: &str) {
        let dates = find_dates(text, &mut DateContext::default());
        let mut end = 0;
        for figure in find_figures(text, &dates) {
            assert!(figure.start >= end && figure.end > figure.start, "{text}");
            assert!(text.get(figure.start..figure.end).is_some(), "{text}");
            assert!(figure.value.is_finite(), "{text}");
            assert!(dates.iter().all(|d| figure.start >= d.end || d.start >= figure.end), "{text}");
            end = figure.end;
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>()) {
            spans_hold(&text);
        }

        #[test]
        fn any_mixture_is_read(text in pieces()) {
            spans_hold(&text);
        }
    }
}
