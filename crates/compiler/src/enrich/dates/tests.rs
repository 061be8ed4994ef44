//! Which dates a text names, and which it does not.

use proptest::prelude::*;
use regex::Regex;

use super::latin::{forms, forms_of_bare_years, pattern};
use super::*;

/// `words=edtf` for each date of a text, with what a document's date and the passages before
/// it say.
fn dates(text: &str, document: &str, last: Option<(i32, Option<u8>)>) -> Vec<String> {
    let document = (!document.is_empty()).then(|| document.to_string());
    let mut context = DateContext { document, last };
    find_dates(text, &mut context)
        .iter()
        .map(|date| format!("{}={}", &text[date.start..date.end], date.edtf))
        .collect()
}

fn check(document: &str, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(dates(text, document, None), *expected, "{text}");
    }
}

#[test]
fn every_form_is_compiled() {
    for (form, _) in forms().into_iter().chain(forms_of_bare_years()) {
        assert!(Regex::new(&form).is_ok(), "{form}");
    }
}

#[test]
fn times_whose_end_says_the_year() {
    check(
        "2025-10-09",
        &[
            (
                "from August to early October last year it sailed",
                &["August to early October last year=2024-08/2024-10"],
            ),
            ("November/December 2025", &["November/December 2025=2025-11/2025-12"]),
            ("December/January 2025", &["December/January 2025=2024-12/2025-01"]),
            ("in the 1950s and 60s", &["1950s and 60s=1950/1969"]),
            ("in the nineteen-nineties", &["the nineteen-nineties=1990/1999"]),
            ("6月中旬和下旬", &["6月中旬=2025-06", "下旬=2025-06"]),
            (
                "They talked in November 2018, and the year after told the students.",
                &["November 2018=2018-11", "the year after=2019"],
            ),
            ("They talked in November 2018, the year after the war.", &["November 2018=2018-11"]),
        ],
    );
}

#[test]
fn what_has_come_by_a_month_came_after_what_is_told() {
    check(
        "2025-10-09",
        &[
            (
                "They crossed in the fall of 2024. By mid-June half were dead.",
                &["fall of 2024=2024-09/2024-11", "mid-June=2025-06"],
            ),
            (
                "They crossed in October 2024, and the letter had come in June.",
                &["October 2024=2024-10", "June=2024-06"],
            ),
            ("2024年11月开工,截至3月完成", &["2024年11月=2024-11", "3月=2025-03"]),
        ],
    );
}

#[test]
fn a_month_may_be_in_the_name_of_an_event() {
    check(
        "1962-10-01",
        &[
            ("八月宗派事件之后", &[]),
            ("三月起义", &[]),
            ("八月的事件", &["八月=1962-08"]),
            ("八月发生事件", &["八月=1962-08"]),
            ("年年「下個月」", &[]),
            ("下個月開會", &["下個月=1962-11"]),
        ],
    );
}

/// A check that a slip switches off would be missed only where a table has a row for it.
#[test]
#[should_panic(expected = "patterns are regular ones")]
fn a_pattern_with_a_slip_is_a_fault() {
    pattern("(?:in|since");
}

#[test]
fn chinese_dates_that_say_it_all() {
    check(
        "",
        &[
            ("2024年6月19日签署", &["2024年6月19日=2024-06-19"]),
            ("2024 年 6 月 19 日", &["2024 年 6 月 19 日=2024-06-19"]),
            ("２０２４年６月", &["２０２４年６月=2024-06"]),
            ("😀𠀀于2024年6月", &["2024年6月=2024-06"]),
            ("蘇聯於一九九0年和南韓建交", &["一九九0年=1990"]),
            ("二〇二四年十二月廿三日", &["二〇二四年十二月廿三日=2024-12-23"]),
            ("《2024年美国情报界年度威胁评估》", &["2024年=2024"]),
            ("2023年12月底", &["2023年12月底=2023-12"]),
            ("2024年3月至今", &["2024年3月=2024-03"]),
            ("2022年和2023年", &["2022年=2022", "2023年=2023"]),
            ("2022、2023年", &["2022、2023年=2022/2023"]),
            ("2020、2023年", &["2020=2020", "2023年=2023"]),
            ("在1989、1990和1991年", &["1989=1989", "1990=1990", "1991年=1991"]),
            ("1989、1990、1991年", &["1989=1989", "1990=1990", "1991年=1991"]),
            ("数字1989、1990和其他", &[]),
            ("2022、2023年5月", &["2022=2022", "2023年5月=2023-05"]),
            ("97年7月,08年8月8日", &["97年7月=1997-07", "08年8月8日=2008-08-08"]),
            ("民國113年6月", &["民國113年6月=2024-06"]),
            ("104年的0.72%較低", &["104年=2015"]),
            ("公元前221年,公元618年", &["公元前221年=-0220", "公元618年=0618"]),
            ("20世纪90年代初,八十年代", &["20世纪90年代初=1990/1993", "八十年代=1980/1989"]),
            ("20世纪80至90年代", &["20世纪80至90年代=1980/1999"]),
            ("21世紀頭20年", &["21世紀頭20年=2001/2020"]),
            (
                "九一八事变,9·11,“五四”运动",
                &["九一八=1931-09-18", "9·11=2001-09-11", "五四=1919-05-04"],
            ),
            ("民國95年5月22日,95年5月", &["民國95年5月22日=2006-05-22", "95年5月=2006-05"]),
            ("今(2024)年,去(112)年底", &["今(2024)年=2024", "去(112)年底=2023-12"]),
            ("上世纪五六十年代", &["上世纪五六十年代=1950/1969"]),
        ],
    );
}

#[test]
fn so_long_ago() {
    check(
        "2014-05-20",
        &[
            ("The mill closed two years ago.", &["two years ago=2012"]),
            ("A year and three months ago it burned.", &["A year and three months ago=2013-02"]),
            (
                "Six months ago, and 3 days ago",
                &["Six months ago=2013-11", "3 days ago=2014-05-17"],
            ),
            ("two weeks ago", &["two weeks ago=2014-05-05/2014-05-11"]),
            ("about two years ago, more than a year ago, a few years ago, ten years ago", &[]),
            ("long ago; two days and two months ago", &[]),
            ("桥是三年前修的", &["三年前=2011"]),
            (
                "It burned two years ago; by March it stood.",
                &["two years ago=2012", "March=2014-03"],
            ),
            ("一年又三個月前,橋斷了", &["一年又三個月前=2013-02"]),
            ("兩個月前,3天前", &["兩個月前=2014-03", "3天前=2014-05-17"]),
            ("近三年前,过去三年前所未有,三年前后,三年前往,十年前,几年前,前三年,此前三年前", &[]),
            ("2011年前", &["2011年=2011"]),
        ],
    );
    check("", &[("two years ago, 三年前", &[])]);
}

#[test]
fn the_years_before() {
    check(
        "2014-05-20",
        &[
            ("过去五年,过去两年多", &["过去五年=2009/2014", "过去两年多=2012/2014"]),
            ("在过去的三年里,最近2年", &["过去的三年=2011/2014", "最近2年=2012/2014"]),
            ("度过去两年,过去几年,过去三年级,最近一年,过去两个月", &[]),
            ("over the past three years", &["the past three years=2011/2014"]),
            ("in the past decade", &["the past decade=2004/2014"]),
            ("the last five years of the war, the past few years, the past year", &[]),
            ("for the rest of the decade", &["the rest of the decade=2014/2019"]),
            ("for the rest of the day", &[]),
        ],
    );
    check("", &[("过去五年, the past three years", &[])]);
}

#[test]
fn dates_counted_from_a_passage_before() {
    let read = |texts: [&str; 2]| {
        let mut context = DateContext { document: Some("2014-05-20".into()), last: None };
        let dates = texts.map(|text| find_dates(text, &mut context));
        dates[1].iter().map(|date| date.edtf.clone()).collect::<Vec<_>>()
    };
    for (before, text, expected) in [
        ("2013年8月11日开工。", "次月10日,渡口停航。", "2013-09-10"),
        ("2013年8月11日开工。", "同一个月,渡口停航。", "2013-08"),
        ("2013年4月初开工。", "两个半月之后,渡口停航。", "2013-06"),
        ("Work began in April 2013.", "Two months later the ferry stopped.", "2013-06"),
        ("Work began in April 2013.", "That same month the ferry stopped.", "2013-04"),
    ] {
        assert_eq!(read([before, text]), [expected], "{text}");
    }
    // Further on in a passage, something else may have come before it.
    assert!(read(["2013年8月11日开工。", "渡口停航了,次月复航。"]).is_empty());
    assert!(read(["It began in April 2013.", "It stopped. Two months later it went."]).is_empty());
}

#[test]
fn dates_of_other_places() {
    check(
        "2014-05-20",
        &[
            ("更新日期:103-05-03", &["103-05-03=2014-05-03"]),
            ("Update 103-05-03", &[]),
            ("编号103-15-03", &[]),
            ("Приказ от 3 мая 2014 г. о мостах", &["3 мая 2014 г=2014-05-03"]),
            (
                "In the fiscal year that began in April it was paid.",
                &["the fiscal year that began in April=2014-04/2015-03"],
            ),
        ],
    );
}

#[test]
fn decades_in_words() {
    check(
        "",
        &[
            ("the mills of the nineties", &["the nineties=1990/1999"]),
            ("in the late sixties", &["the late sixties=1967/1969"]),
            ("a man in his seventies, in the low twenties", &[]),
        ],
    );
}

#[test]
fn months_in_quotation_marks_may_be_names() {
    check(
        "2014-05-20",
        &[("桥工的“三月宣言”", &[]), ("他说“三月开工”,在“三月”", &["三月=2014-03"])],
    );
    check(
        "2014-05-20",
        &[
            ("5月3日开会;月底,桥将建成", &["5月3日=2014-05-03", "月底=2014-05"]),
            ("月底,桥将建成", &["月底=2014-05"]),
            ("每月底,他来", &[]),
        ],
    );
}

#[test]
fn chinese_intervals() {
    check(
        "",
        &[
            ("2012—2014年", &["2012—2014年=2012/2014"]),
            ("2012-14年", &["2012-14年=2012/2014"]),
            ("1945年-1985年,第二卷", &["1945年-1985年=1945/1985"]),
            ("從2006年至2017年", &["2006年至2017年=2006/2017"]),
            ("(1910-1945年)", &["1910-1945年=1910/1945"]),
            ("2024年1—8月", &["2024年1—8月=2024-01/2024-08"]),
            ("2024年前5個月", &["2024年前5個月=2024-01/2024-05"]),
            ("2024年上半年", &["2024年上半年=2024-01/2024-06"]),
            ("2024年第一季度", &["2024年第一季度=2024-01/2024-03"]),
            ("2022/23年度", &["2022/23年度=2022/2023"]),
            ("2024年第1和第2季", &["2024年第1和第2季=2024-01/2024-06"]),
            ("2024年一、二季度", &["2024年一、二季度=2024-01/2024-06"]),
            ("2024年1、2月", &["2024年1、2月=2024-01/2024-02"]),
            ("2016 年第 1 季", &["2016 年第 1 季=2016-01/2016-03"]),
            ("2024年6月18日至19日", &["2024年6月18日至19日=2024-06-18/2024-06-19"]),
            ("2023年11月至3月", &["2023年11月至3月=2023-11/2024-03"]),
            ("2023年12月30日-2024年1月2日", &["2023年12月30日-2024年1月2日=2023-12-30/2024-01-02"]),
            (
                "2024年1—8月較2023年同期",
                &["2024年1—8月=2024-01/2024-08", "2023年同期=2023-01/2023-08"],
            ),
        ],
    );
}

#[test]
fn days_over_the_end_of_a_month() {
    check(
        "2024-10-03",
        &[
            ("30日至2日訪問", &["30日至2日=2024-09-30/2024-10-02"]),
            ("9月28日至3日", &["9月28日至3日=2024-09-28/2024-10-03"]),
            ("2024年9月28至3日", &["2024年9月28至3日=2024-09-28/2024-10-03"]),
            ("2023年12月28日至3日", &["2023年12月28日至3日=2023-12-28/2024-01-03"]),
            ("28 December to 3 January", &["28 December to 3 January=2024-12-28/2025-01-03"]),
            // What is said so is a slip, and no year.
            ("from 28 to 3 October, October 28 to 3", &[]),
            ("9月28日至9月3日", &[]),
        ],
    );
}

#[test]
fn the_next_month_of_a_name() {
    check(
        "2024-01-15",
        &[
            ("next March, next January", &["next March=2024-03", "next January=2025-01"]),
            ("next March 30", &["next March=2024-03"]),
            ("from next March to June", &["next March to June=2024-03/2024-06"]),
            ("from next November to March", &["next November to March=2024-11/2025-03"]),
            ("next spring", &["next spring=2024-03/2024-05"]),
        ],
    );
    check("2024-11-05", &[("next March", &["next March=2025-03"])]);
    check("2024", &[("next March", &["next March=2025-03"])]);
    assert_eq!(unplaced("next March", ""), ["next March: Unknown"]);
}

#[test]
fn relative_dates() {
    check(
        "2024-11-05",
        &[
            ("今年1月", &["今年1月=2024-01"]),
            ("去年,明年初", &["去年=2023", "明年初=2025"]),
            ("3月底", &["3月底=2024-03"]),
            ("去年6月停工,4月30日复工", &["去年6月=2023-06", "4月30日=2024-04-30"]),
            ("去年6月停工,8月复工", &["去年6月=2023-06", "8月=2023-08"]),
            (
                "Since June of last year they met, and work began on 30 April.",
                &["June of last year=2023-06", "30 April=2024-04-30"],
            ),
            ("2035年投产。3月22日", &["2035年=2035", "3月22日=2024-03-22"]),
            ("2023年8月,同年12月初", &["2023年8月=2023-08", "同年12月初=2023-12"]),
            ("2021年收成十吨;同一年又收五吨", &["2021年=2021", "同一年=2021"]),
            ("2021年停工,第二年复工", &["2021年=2021", "第二年=2022"]),
            ("2021年上任,任期第二年辞职;第二年的课", &["2021年=2021"]),
            ("2021年3月完工,比原定提前三个月", &["2021年3月=2021-03"]),
            ("in the last six months of 2021", &["last six months of 2021=2021-07/2021-12"]),
            ("in the last six months of the war", &[]),
            (
                "14 boats in 2021, against five the year before.",
                &["2021=2021", "the year before=2020"],
            ),
            ("in 2021, the year before the flood", &["2021=2021"]),
            (
                "2021年3月制裁,为1989年以来首见。同年11月",
                &["2021年3月=2021-03", "1989年=1989", "同年11月=2021-11"],
            ),
            (
                "2023年9月生效,2030年以前完成。同年3月",
                &["2023年9月=2023-09", "2030年=2030", "同年3月=2023-03"],
            ),
            ("2024年6月开通,12月16日恢复", &["2024年6月=2024-06", "12月16日=2024-12-16"]),
            ("2024年1月(上一次是2000年),3月", &["2024年1月=2024-01", "2000年=2000", "3月=2024-03"]),
            ("8月22日,23日", &["8月22日=2024-08-22", "23日=2024-08-23"]),
            ("朝中社30日报道", &["30日=2024-10-30"]),
            ("上月,本月15日", &["上月=2024-10", "本月15日=2024-11-15"]),
            ("1953年7月27日,次日", &["1953年7月27日=1953-07-27", "次日=1953-07-28"]),
            ("第一季增长", &["第一季=2024-01/2024-03"]),
            (
                "周二宣布,上周五,下周一",
                &["周二=2024-11-05", "上周五=2024-11-01", "下周一=2024-11-11"],
            ),
            ("星期一(4日)", &["4日=2024-11-04"]),
            ("昨天,昨(4)日", &["昨天=2024-11-04", "昨(4)日=2024-11-04"]),
            ("今天上午宣布", &["今天=2024-11-05"]),
            ("上月两度试射,4日表决", &["上月=2024-10", "4日=2024-11-04"]),
            ("2022年增长,较上年", &["2022年=2022", "上年=2021"]),
            ("2023年5月,次月", &["2023年5月=2023-05", "次月=2023-06"]),
            ("2024年3月较2023年增长,4月", &["2024年3月=2024-03", "2023年=2023", "4月=2024-04"]),
            ("2024年4月,比上月", &["2024年4月=2024-04", "上月=2024-03"]),
            ("2023年5月,前一个月", &["2023年5月=2023-05", "前一个月=2023-04"]),
            ("2024-25年度,2月", &["2024-25年度=2024/2025", "2月=2024-02"]),
            (
                "2023年赴俄,为2019年以来最多,第四季",
                &["2023年=2023", "2019年=2019", "第四季=2023-10/2023-12"],
            ),
            (
                "3月21日发射,此前1月5日和2月6日失败,翌日",
                &[
                    "3月21日=2024-03-21",
                    "1月5日=2024-01-05",
                    "2月6日=2024-02-06",
                    "翌日=2024-03-22",
                ],
            ),
            ("2024年1—2月减少,同期增加", &["2024年1—2月=2024-01/2024-02", "同期=2024-01/2024-02"]),
            ("到年底", &["年底=2024-12"]),
            ("原訂年底在北岸,少年底子好", &["年底=2024-12"]),
            ("by the year's end", &["the year's end=2024-12"]),
            (
                "上季度,本季度,较上季度,上季度报",
                &["上季度=2024-07/2024-09", "本季度=2024-10/2024-12", "上季度=2024-07/2024-09"],
            ),
            ("last quarter, in the last quarter of the match", &["last quarter=2024-07/2024-09"]),
            (
                "2023上半年,2023第三季度",
                &["2023上半年=2023-01/2023-06", "2023第三季度=2023-07/2023-09"],
            ),
            ("in 2019 and once more that November", &["2019=2019", "that November=2019-11"]),
            ("in 2019 he said that May was late", &["2019=2019"]),
            ("on the second Tuesday", &[]),
            ("第三季度末,上半年底", &["第三季度末=2024-09", "上半年底=2024-06"]),
            (
                "the end of the third quarter of 2023",
                &["the end of the third quarter of 2023=2023-09"],
            ),
            ("Case No. 2013-19, in 2013-19", &["2013-19=2013/2019"]),
            (
                "on Thursday, last Friday, next Monday",
                &["Thursday=2024-10-31", "last Friday=2024-11-01", "next Monday=2024-11-11"],
            ),
            ("Thursday, 12 September 2024", &["12 September 2024=2024-09-12"]),
            ("within the next year, over the last month", &[]),
            ("yesterday, last month", &["yesterday=2024-11-04", "last month=2024-10"]),
            (
                "May 2023 and the following month",
                &["May 2023=2023-05", "the following month=2023-06"],
            ),
            ("in 2019. The following year", &["2019=2019", "The following year=2020"]),
            ("last October, this year", &["last October=2024-10", "this year=2024"]),
        ],
    );
    check("2024-01-05", &[("12月16日", &["12月16日=2023-12-16"])]);
    check("", &[("今年1月", &[]), ("8月22日", &[]), ("当年的苏联", &[])]);
    assert_eq!(dates("3月底", "2025", Some((2024, Some(1)))), ["3月底=2024-03"]);
    // January's paper on the year that is over.
    let year_before = dates("与上年持平", "2025-01-13", Some((2024, None)));
    assert_eq!(year_before, ["上年=2023"]);
    assert_eq!(dates("与上年持平", "2025-01-13", None), ["上年=2024"]);
}

#[test]
fn parts_of_decades() {
    check(
        "",
        &[
            ("九〇年代,七零年代", &["九〇年代=1990/1999", "七零年代=1970/1979"]),
            ("1960年代至70年代", &["1960年代至70年代=1960/1979"]),
            ("1960年代至1980年代初", &["1960年代至1980年代初=1960/1983"]),
            ("2010年代中期,2030年代末", &["2010年代中期=2014/2016", "2030年代末=2037/2039"]),
            ("上世纪60年代后期", &["上世纪60年代后期=1965/1969"]),
            ("the early 1970s, the late 1930s", &["early 1970s=1970/1973", "late 1930s=1937/1939"]),
            ("in the mid-60s, by the late '70s", &["mid-60s=1964/1966", "late '70s=1977/1979"]),
            ("in her late 60s", &[]),
        ],
    );
}

#[test]
fn seasons_and_ends_of_years() {
    check(
        "2024-11-05",
        &[
            ("2021年春", &["2021年春=2021-03/2021-05"]),
            ("2021年冬天", &["2021年冬天=2021-12/2022-02"]),
            ("去年夏天起", &["去年夏天=2023-06/2023-08"]),
            ("2021年春节,2021年冬奥会", &["2021年=2021", "2021年=2021"]),
            ("2021年春夏之交,2021年底特律", &["2021年=2021", "2021年=2021"]),
            ("2021年秋至2022年春", &["2021年秋至2022年春=2021-09/2022-05"]),
            (
                "last summer, last winter",
                &["last summer=2024-06/2024-08", "last winter=2023-12/2024-02"],
            ),
            (
                "this spring, next autumn",
                &["this spring=2024-03/2024-05", "next autumn=2025-09/2025-11"],
            ),
            (
                "May 1971, the following spring",
                &["May 1971=1971-05", "the following spring=1972-03/1972-05"],
            ),
            (
                "In 1971, by autumn of that year",
                &["1971=1971", "autumn of that year=1971-09/1971-11"],
            ),
            ("winter of 2018-19", &["winter of 2018-19=2018-12/2019-02"]),
            ("this fall in prices", &[]),
            ("2021年底,去年末", &["2021年底=2021-12", "去年末=2023-12"]),
            ("at the end of 2019", &["the end of 2019=2019-12"]),
            ("In 2019, by the end of the year", &["2019=2019", "the end of the year=2019-12"]),
            ("by the end of next year", &["the end of next year=2025-12"]),
        ],
    );
    check("2024-01-20", &[("this winter", &["this winter=2023-12/2024-02"])]);
    check("2024", &[("last summer", &[])]);
}

#[test]
fn steps_from_a_date_before() {
    check(
        "2024-11-05",
        &[
            ("in July 2019, and a year later", &["July 2019=2019-07", "a year later=2020-07"]),
            (
                "on 5 May 2019; eight months later",
                &["5 May 2019=2019-05-05", "eight months later=2020-01"],
            ),
            ("in 2019, more than a year earlier", &["2019=2019", "a year earlier=2018"]),
            ("in 2019, two months later; in 2019, two years earlier", &["2019=2019", "2019=2019"]),
            (
                "30 April 2019, three days later",
                &["30 April 2019=2019-04-30", "three days later=2019-05-03"],
            ),
            ("a year later", &[]),
            ("in May 2019; three years later", &["May 2019=2019-05", "three years later=2022"]),
            ("2019年5月1日停工,三年之后复工", &["2019年5月1日=2019-05-01", "三年之后=2022"]),
            ("2019年5月停工,一年半后复工", &["2019年5月=2019-05", "一年半后=2020-11"]),
            (
                "5 May 2019; a week later, and a fortnight later",
                &[
                    "5 May 2019=2019-05-05",
                    "a week later=2019-05-12",
                    "a fortnight later=2019-05-26",
                ],
            ),
            (
                "2019年5月17日停工。不到一个月,又复工",
                &["2019年5月17日=2019-05-17", "不到一个月=2019-06"],
            ),
            ("2019年5月17日停工,用了不到一个月。不到一个月的工", &["2019年5月17日=2019-05-17"]),
            ("2019年6月中旬停工,翌日复工", &["2019年6月中旬=2019-06", "翌日=2019-06"]),
            ("2019年6月停工,隔天复工,每隔天", &["2019年6月=2019-06", "隔天=2019-06"]),
            ("2019年6月底停工,翌日复工", &["2019年6月底=2019-06"]),
            ("2019年停工,翌日复工", &["2019年=2019"]),
            (
                "5 May 2019, the previous day",
                &["5 May 2019=2019-05-05", "the previous day=2019-05-04"],
            ),
            ("2019年5月成立,一年后解散", &["2019年5月=2019-05", "一年后=2020-05"]),
            ("2019年5月成立一年后", &["2019年5月=2019-05"]),
            ("2019年5月1日停工,三十天後,複工", &["2019年5月1日=2019-05-01", "三十天後=2019-05-31"]),
            ("2019年5月1日封桥。半年之后,解封", &["2019年5月1日=2019-05-01", "半年之后=2019-11"]),
            ("2019年5月1日开工,兩週後停工", &["2019年5月1日=2019-05-01", "兩週後=2019-05-15"]),
            ("2019年5月1日开工,三年后将通车", &["2019年5月1日=2019-05-01"]),
            ("2019年5月1日开幕两天后", &["2019年5月1日=2019-05-01"]),
            ("2019年5月1日,代表团前一日", &["2019年5月1日=2019-05-01"]),
            ("2019年5月1日启程,前一日", &["2019年5月1日=2019-05-01", "前一日=2019-04-30"]),
            ("2019年12月31日,次日", &["2019年12月31日=2019-12-31", "次日=2020-01-01"]),
            (
                "in October 2019, in November, December and the next March",
                &[
                    "October 2019=2019-10",
                    "November=2019-11",
                    "December=2019-12",
                    "the next March=2020-03",
                ],
            ),
            (
                "in March 2019; the preceding May",
                &["March 2019=2019-03", "the preceding May=2018-05"],
            ),
            ("5 May 2019, ending on the 9th.", &["5 May 2019=2019-05-05", "the 9th=2019-05-09"]),
            ("5 May 2019, on the 9th floor", &["5 May 2019=2019-05-05"]),
            ("In 2019, on 9 June of that year", &["2019=2019", "9 June of that year=2019-06-09"]),
            (
                "2019年3月起步,期限是2021年3月。当年",
                &["2019年3月=2019-03", "2021年3月=2021-03", "当年=2019"],
            ),
            (
                "2019年3月,结束始于2011年的争端,同年5月",
                &["2019年3月=2019-03", "2011年=2011", "同年5月=2019-05"],
            ),
            ("between 5 May 2019 and 2021", &["5 May 2019 and 2021=2019-05-05/2021"]),
            ("图3:2011—2019年出口", &["2011—2019年=2011/2019"]),
        ],
    );
}

#[test]
fn the_day_of_the_news() {
    check(
        "2024-11-05",
        &[
            ("Nine states today signed it.", &["today=2024-11-05"]),
            ("The council today unanimously adopted it.", &["today=2024-11-05"]),
            ("It was announced today.", &["today=2024-11-05"]),
            ("Today, nine states of the valley signed the pact.", &["Today=2024-11-05"]),
            ("Today, the valley has two mills. They signed it in spring.", &[]),
            (
                "From today, and again this morning",
                &["today=2024-11-05", "this morning=2024-11-05"],
            ),
            ("今日宣布,今早,今晚", &["今日=2024-11-05", "今早=2024-11-05", "今晚=2024-11-05"]),
            ("People today live longer; what is said today; children today aged ten", &[]),
            ("今日的孩子,《今日早报》,今日说法", &[]),
        ],
    );
    check("2024-11", &[("Nine states today signed it.", &[])]);
}

#[test]
fn a_time_too_long_for_anything_is_its_two_ends() {
    check(
        "",
        &[
            ("from 1839 until 1967", &["1839=1839", "1967=1967"]),
            ("1839年至1967年", &["1839年=1839", "1967年=1967"]),
            ("from 1911 until 1938", &["1911 until 1938=1911/1938"]),
            ("the 18th and 19th centuries", &["18th and 19th centuries=1701/1900"]),
        ],
    );
}

#[test]
fn how_it_was_resolved() {
    let mut context = DateContext::default();
    let text = "2024年8月初,同年12月初";
    let found = find_dates(text, &mut context);
    assert_eq!(found[0].resolved_from, None);
    assert_eq!(found[1].resolved_from.as_deref(), Some("the year of 2024年8月初 before it"));
    assert_eq!(context.last, Some((2024, Some(12))));
}

#[test]
fn english_and_numeric_dates() {
    check(
        "",
        &[
            ("October 9, 2023", &["October 9, 2023=2023-10-09"]),
            ("9 October 2023", &["9 October 2023=2023-10-09"]),
            ("on Aug. 15, 2023.", &["Aug. 15, 2023=2023-08-15"]),
            ("June 18-19, 2024", &["June 18-19, 2024=2024-06-18/2024-06-19"]),
            ("June–August 2024", &["June–August 2024=2024-06/2024-08"]),
            ("from 2006 to 2017", &["2006 to 2017=2006/2017"]),
            ("between 1910 and 1945", &["1910 and 1945=1910/1945"]),
            ("in 1990, after 1994,", &["1990=1990", "1994=1994"]),
            ("In 2017 countries agreed", &["2017=2017"]),
            ("In 2024, in March", &["2024=2024", "March=2024-03"]),
            ("post-1998, mid-2023", &["1998=1998", "mid-2023=2023"]),
            ("in January and February 2024", &["January=2024-01", "February 2024=2024-02"]),
            ("FY2023, FY2022-23, FY24", &["FY2023=2023", "FY2022-23=2022/2023", "FY24=2024"]),
            (
                "after 9/11, the summer of 2023",
                &["9/11=2001-09-11", "summer of 2023=2023-06/2023-08"],
            ),
            ("the first three quarters of 2023", &["first three quarters of 2023=2023-01/2023-09"]),
            (
                "the first two decades of the 21st century",
                &["first two decades of the 21st century=2001/2020"],
            ),
            ("2010Q1–2019Q4", &["2010Q1–2019Q4=2010-01/2019-12"]),
            ("the 1990s", &["1990s=1990/1999"]),
            ("the first half of 2024", &["first half of 2024=2024-01/2024-06"]),
            ("Chan, Young Bang(1990).Prospect", &["1990=1990"]),
            ("Politiki SSSR, 1945-1985, Vol. 2", &["1945-1985=1945/1985"]),
            ("2024-11-05 14:57:48", &["2024-11-05=2024-11-05"]),
            ("2023/10/13發布", &["2023/10/13=2023-10-13"]),
            ("1900-2000美元,1950人", &[]),
            ("《2024巴黎奧運》", &["2024=2024"]),
            ("13.10.2023", &["13.10.2023=2023-10-13"]),
        ],
    );
}

#[test]
fn years_of_eras_and_in_words() {
    check(
        "",
        &[
            ("公元79年8月24日", &["公元79年8月24日=0079-08-24"]),
            ("公元25年6月,公元一千八百四十年", &["公元25年6月=0025-06", "公元一千八百四十年=1840"]),
            ("公元前1046年", &["公元前1046年=-1045"]),
            ("康熙二十三年八月,宣統三年", &["康熙二十三年八月=1684", "宣統三年=1911"]),
            (
                "萬曆元年,同治元年,道光二十年",
                &["萬曆元年=1573", "同治元年=1862", "道光二十年=1840"],
            ),
            ("民國一一三年五月二十日", &["民國一一三年五月二十日=2024-05-20"]),
            ("民38年10月,中華民國前三年", &["民38年10月=1949-10", "中華民國前三年=1909"]),
            ("两千零八年八月八日", &["两千零八年八月八日=2008-08-08"]),
            ("一千九百四十九年,兩千年五月", &["一千九百四十九年=1949", "兩千年五月=2000-05"]),
            ("自一千九百四十九年以来", &["一千九百四十九年=1949"]),
            ("2020\u{ff0c}2021年", &["2020=2020", "2021年=2021"]),
            ("会议于2023-10-05\u{ff0c}3名", &["2023-10-05=2023-10-05"]),
        ],
    );
}

#[test]
fn stretches_in_english_and_centuries() {
    check(
        "",
        &[
            ("from 30 April–2 May 2022", &["30 April–2 May 2022=2022-04-30/2022-05-02"]),
            ("April 30–May 2, 2022", &["April 30–May 2, 2022=2022-04-30/2022-05-02"]),
            (
                "30 December – 2 January 2022",
                &["30 December – 2 January 2022=2021-12-30/2022-01-02"],
            ),
            (
                "Q1–Q3 2021, Q1 and Q2 of 2021",
                &["Q1–Q3 2021=2021-01/2021-09", "Q1 and Q2 of 2021=2021-01/2021-06"],
            ),
            ("Q1 and Q3 2021", &["Q3 2021=2021-07/2021-09"]),
            ("born 12-Mar-2021", &["12-Mar-2021=2021-03-12"]),
            ("the 1800s, the 1810s", &["1800s=1800/1899", "1810s=1810/1819"]),
            ("the late 19th century", &["late 19th century=1801/1900"]),
            ("In the nineteenth century", &["nineteenth century=1801/1900"]),
            ("the 18th and 19th centuries", &["18th and 19th centuries=1701/1900"]),
            ("十九世纪末,20世紀", &["十九世纪末=1801/1900", "20世紀=1901/2000"]),
            ("18至19世纪,20世纪90年代", &["18至19世纪=1701/1900", "20世纪90年代=1990/1999"]),
            ("19世纪,3月", &["19世纪=1801/1900"]),
        ],
    );
    check(
        "2024-11-05",
        &[
            ("上周,下星期", &["上周=2024-10-28/2024-11-03", "下星期=2024-11-11/2024-11-17"]),
            ("last week", &["last week=2024-10-28/2024-11-03"]),
            ("over the last week, the year's last week", &[]),
        ],
    );
    check("2024", &[("上周", &[])]);
}

#[test]
fn what_is_no_date() {
    let none = [
        "火星-19",
        "B-1B",
        "米格-29",
        "Express-103",
        "第四條",
        "第14輪",
        "AUKUS",
        "近4萬人",
        "21(3)",
        "Vol. 46",
        "0 阅读:2",
        "21世紀",
        "公元前3世纪",
        "3个世纪",
        "三个世纪",
        "人民38年",
        "一千五百年",
        "近一千九百四十九年",
        "两千年来",
        "the turn of the 20th century",
        "20th Century Fox",
        "the 21st century",
        "the 3rd century BC",
        "1700 BC",
        "本周期",
        "時隔20年",
        "2000 troops",
        "Resolutions 1874 and 2094",
        "40歲",
        "UNSCR 1718",
        "pp. 1945-1985",
        "12,000名",
        "1435-1520 mm",
        "十月革命",
        "每年12月",
        "三個月",
        "MH370",
        "https://example.org/2024/05/06",
        "May be",
        "march on",
        "2月30日",
        "2023年13月的",
        "1718號決議",
        "每周三",
        "两周一次",
        "周一至周五",
        "every Thursday",
        "the Sunday Times",
        "今天的世界",
        "明日之星",
        "1003-7411(2023)02",
        "三一",
        "the 1701 Committee",
        "阅读次数：1876",
        "tel. 1987",
        "“1999愿景”",
        "十二日战争",
    ];
    for text in none {
        let found = dates(text, "2024-11-05", None);
        // A month that doesn't exist leaves its year.
        let expected: &[&str] = if text.starts_with("2023") { &["2023年=2023"] } else { &[] };
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_can_not_be_placed() {
    for (text, document, expected) in [
        ("😀8月22日,2024年6月", "", &["8月22日: Unknown"] as &[&str]),
        ("2023年2月30日,2月29日", "2023", &["2023年2月30日: NoSuchDay", "2月29日: NoSuchDay"]),
        ("2024年5月32日", "2023", &["2024年5月32日: NoSuchDay"]),
        ("2月30日,2月29日", "", &["2月30日: NoSuchDay", "2月29日: Unknown"]),
        (
            "31 June 2024, 30 to 31 June",
            "",
            &["31 June 2024: NoSuchDay", "30 to 31 June: NoSuchDay"],
        ),
        ("2017年至2006年", "", &["2017年至2006年: NoStretch"]),
        ("from 28 to 3 October", "2024", &["28 to 3 October: NoStretch"]),
        ("当年,次日", "", &[]),
    ] {
        assert_eq!(unplaced(text, document), expected, "{text}");
    }
}

/// What can't be placed, and why.
fn unplaced(text: &str, document: &str) -> Vec<String> {
    let document = Some(document.to_owned()).filter(|document| !document.is_empty());
    let dates = read_dates(text, &mut DateContext { document, last: None });
    let unplaced = dates.unplaced.iter();
    unplaced.map(|date| format!("{}: {:?}", &text[date.start..date.end], date.why)).collect()
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "0",
        "1",
        "9",
        "12",
        "2024",
        "1990",
        "一",
        "九",
        "十",
        "二〇",
        "年",
        "月",
        "日",
        "萬",
        "万",
        "億",
        "—",
        "-",
        "至",
        ".",
        ",",
        "/",
        ":",
        "前",
        "個月",
        "同年",
        "同期",
        "今年",
        "第",
        "季度",
        "世纪",
        "年代",
        "次日",
        "(",
        ")",
        "🚀",
        "𠀀",
        " ",
        "May",
        "June",
        "to",
        "and",
        "the 1990s",
        "last year",
        "１",
        "年前",
        "上半年",
        "22日",
        "周二",
        "昨(",
        "9·11",
        "上年",
        "Thursday",
        "next month",
        "FY",
        "世纪头",
        "世纪",
        "康熙",
        "公元",
        "千",
        "上周",
        "19th century",
        "BC",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn spans_hold(text: &str) {
    let contexts = [
        DateContext::default(),
        DateContext { document: Some("2024-02-29".into()), last: Some((1999, Some(12))) },
        DateContext { document: Some("no date".into()), last: None },
    ];
    for context in contexts {
        let mut end = 0;
        let mut moving = context.clone();
        let dates = read_dates(text, &mut moving);
        for date in dates.placed {
            assert!(date.start >= end && date.end > date.start, "{text}");
            assert!(text.get(date.start..date.end).is_some(), "{text}");
            end = date.end;
        }
        for date in dates.unplaced {
            let words = text.get(date.start..date.end);
            assert!(words.is_some_and(|words| !words.is_empty()), "{text}");
        }
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
