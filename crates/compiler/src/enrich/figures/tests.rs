//! Which quantities a text names, and which it does not.

use proptest::prelude::*;

use super::super::dates::{DateContext, find_dates};
use super::nouns::NOUNS;
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
fn neighbouring_numerals_are_a_range() {
    check(&[
        ("要等四五个月", &["四五个月=4..5 months"]),
        ("不到三个星期又关了门,第三个星期", &["不到三个星期=3 weeks, less than"]),
        ("來了五、六百人", &["五、六百人=500..600 people"]),
        ("三、四国合作的前景", &[]),
        (
            "三四十天后,约两三万吨",
            &["三四十天=30..40 days", "约两三万吨=20000..30000 tonnes, about"],
        ),
        ("水位降了七八成", &["七八成=70..80 percent"]),
        ("一两个月,二三线城市,十四五规划,一二三年级", &[]),
    ]);
}

#[test]
fn a_half_and_what_is_paid_for() {
    check(&[
        ("少了兩成半,是這邊的兩倍半", &["兩成半=25 percent", "兩倍半=2.5 times"]),
        ("三成半导体,两倍半径", &["三成=30 percent", "两倍=2 times"]),
        ("每批五、六十人", &["五、六十人=50..60 people"]),
        ("。五、六十人的队伍", &["六十人=60 people"]),
        ("十亿旧卢布", &["十亿旧卢布=1000000000 roubles, RUB"]),
        ("100新台幣", &["100新台幣=100 New Taiwan dollars, TWD"]),
        ("六千蚊,三百蚊人仔", &["六千蚊=6000 Hong Kong dollars, HKD", "三百蚊人仔=300 yuan, CNY"]),
        ("房价三千一平方米", &["三千=3000 yuan, CNY"]),
        ("面积三千一百平方米", &["三千一百平方米=3100 square metres"]),
        ("三百一十平方米", &["三百一十平方米=310 square metres"]),
        ("二千五包食宿,50包大米", &["二千五=2500 yuan, CNY", "50包=50 packs"]),
        ("為期一年,半年到一年", &["一年=1 years", "一年=1 years"]),
        ("年到一年,一年到头", &[]),
        ("八項經濟合作計畫,三个行业", &["八項經濟合作計畫=8 programmes", "三个行业=3 industries"]),
        ("只剩两座,走了四批,分四批走,两座。", &["两座=2 items", "四批=4 batches"]),
        ("手上六個單位,上六個單位", &["六個單位=6 units"]),
        ("三代人,三代战机", &["三代人=3 generations"]),
    ]);
}

#[test]
fn units_as_the_trade_abbreviates_them() {
    check(&[
        ("carry 50 bcm annually", &["50 bcm=50000000000 cubic metres"]),
        ("30-50 bcm a year", &["30-50 bcm=30000000000..50000000000 cubic metres"]),
        (
            "1.2 mb/d, 16 mtpa",
            &["1.2 mb/d=1200000 barrels a day", "16 mtpa=16000000 tonnes a year"],
        ),
        ("3 Mt of coal, a 5 Mt warhead", &["3 Mt=3000000 tonnes"]),
        ("1,500 mt, 700 sq km", &["1,500 mt=1500 tonnes", "700 sq km=700 square kilometres"]),
        ("Rmb20bn in loans", &["Rmb20bn=20000000000 yuan, CNY"]),
        (
            "perhaps 50 warheads and enough for 40 more.",
            &["50 warheads=50 warheads", "40=40 warheads"],
        ),
    ]);
}

#[test]
fn what_words_around_a_number_say() {
    check(&[
        ("沉默了半年。近半年来", &["半年=6 months", "近半年=6 months, about"]),
        ("上半年,了解半年报,等了半年度报告", &[]),
        ("The driver, 61, nods.", &["61=61 years"]),
        ("pages, 61, 62; on the pages, 61, were; mill, 61, and 62", &[]),
        ("a third less than a year ago", &["a third=0.33333333 fraction"]),
        ("a third more or less", &[]),
        ("去年公司关了一半", &["一半=0.5 fraction"]),
        ("说了一半就走了", &[]),
        (
            "Japan named two mills, and the court named three more in July.",
            &["two mills=2 mills", "three=3 mills"],
        ),
        ("The court named three more in July.", &[]),
        ("两头都不得罪", &[]),
    ]);
}

#[test]
fn quantities_that_words_say() {
    check(&[
        (
            "近半數村民外遷,过半数外遷",
            &["近半數=0.5 fraction, about", "半数=0.5 fraction, more than"],
        ),
        ("女工占比过半,运费减半。", &["过半=0.5 fraction, more than", "减半=0.5 fraction"]),
        ("时过半年,年近半百,附近半岛,夜过半", &[]),
        (
            "数以万计的人,年产以百万计",
            &["数以万计=10000 items, at least", "以百万计=1000000 items, at least"],
        ),
        ("以美元计,以万计算,数以计", &[]),
        ("年满五旬的人,六旬老人", &["五旬=50 years", "六旬=60 years"]),
        ("年逾七旬", &["逾七旬=70 years, more than"]),
        ("上旬,三旬之后", &[]),
        (
            "近一個世紀的駐軍,一个多世纪",
            &["近一個世紀=100 years, about", "一个多世纪=100 years, more than"],
        ),
        ("一个世纪的开始,近一个世纪初", &[]),
        ("nearly a century of peace, a century ago", &["nearly a century=100 years, about"]),
        ("for a full month, a full year's pay", &["a full month=1 months", "a full year=1 years"]),
        ("a full-time job, a whole new day", &[]),
        (
            "aged 38, at the age of 62, who are past fifty and tired",
            &["38=38 years", "62=62 years", "fifty=50 years, more than"],
        ),
        ("aged wine, the age of 3 kings, half past three", &["3 kings=3 kings"]),
    ]);
}

#[test]
fn what_is_counted_in_passing() {
    check(&[
        (
            "两座水坝,三枚印章,六个乡镇,三座。",
            &["两座水坝=2 dams", "三枚=3 items", "六个乡镇=6 townships"],
        ),
        ("与上百家企业,路上百姓,续约两次", &["上百家企业=100 companies, about", "两次=2 times"]),
        (
            "Seven of the nine judges, one of the two sides",
            &["Seven=7 judges", "nine judges=9 judges"],
        ),
        ("of the nine judges, the nine of the valley", &[]),
        (
            "60-odd lorries, the 20-plus mills, 5-plus",
            &["60-odd lorries=60 lorries, more than", "20-plus mills=20 mills, more than"],
        ),
        (
            "wages fell by half, by half past nine, Half the crew were sick",
            &["half=0.5 fraction", "Half=0.5 fraction"],
        ),
        ("The law, passed 58 to 41 in the Senate, holds.", &["58=58 votes", "41=41 votes"]),
        ("The train passed 58 to 41 in the valley.", &[]),
        ("3.5 cubic kilometres", &["3.5 cubic kilometres=3.5 cubic kilometres"]),
    ]);
}

#[test]
fn about_so_many_and_so_long() {
    check(&[
        ("for three or four quarters", &["three or four quarters=3..4 quarters"]),
        (
            "20 or 30 boats, two or three hundred men",
            &["20 or 30 boats=20..30 boats", "two or three hundred men=200..300 men"],
        ),
        ("one or two boats, ten or 90 boats", &["two boats=2 boats", "90 boats=90 boats"]),
        ("此后一年多,整整一个月", &["一年多=1 years", "一个月=1 months"]),
        ("一年半,一个半月", &["一年半=1.5 years", "一个半月=1.5 months"]),
        ("一年多元文化,一个月,整整一代", &[]),
        (
            "three in ten workers, two out of five",
            &["three in ten=0.3 fraction", "two out of five=0.4 fraction"],
        ),
        (
            "three in ten years, 3 in 10 villages",
            &["ten years=10 years", "10 villages=10 villages"],
        ),
        ("同样的五个人,the same five people", &[]),
        (
            "二十點草案,十二点计划,十二点开会,上午九点计划开会",
            &["二十點=20 points", "十二点=12 points"],
        ),
        ("10.5浬,30呎,40吋", &["10.5浬=10.5 nautical miles", "30呎=30 feet", "40吋=40 inches"]),
        (
            "a 750-kilovolt line, a four-party pact, a two-party system",
            &["750-kilovolt=750 kilovolts", "four-party=4 parties"],
        ),
        (
            "2,300 servicemen, six fishermen, two specimen",
            &["2,300 servicemen=2300 servicemen", "six fishermen=6 fishermen"],
        ),
        ("its six units, its two neighbours", &["six units=6 units"]),
        ("3萬村民,两劑疫苗", &["3萬村民=30000 villagers", "两劑疫苗=2 vaccines"]),
    ]);
}

#[test]
fn shares_said_as_one_in_so_many() {
    check(&[
        ("One mill in three stands still.", &["One mill in three=0.33333333 fraction"]),
        ("nearly one in five workers left", &["nearly one in five=0.2 fraction, about"]),
        ("one out of 10 boats", &["one out of 10=0.1 fraction"]),
        (
            "每五戶就有一戶外遷,每三人中有两人",
            &["每五戶就有一戶=0.2 fraction", "每三人中有两人=0.66666667 fraction"],
        ),
        ("每年五月有一次", &[]),
        ("one meeting in three years, one in May, the one in the valley", &["three years=3 years"]),
    ]);
}

#[test]
fn some_of_those_counted_before() {
    check(&[
        ("Of 63 letters, 28 had been answered.", &["63 letters=63 letters", "28=28 letters"]),
        (
            "The valley has four ships, against seven in the north.",
            &["four ships=4 ships", "seven=7 ships"],
        ),
        ("八个成员中有七个来自上村", &["八个成员=8 members", "七个=7 members"]),
        (
            "计划编制7500人,到岗不到五千。",
            &["7500人=7500 people", "不到五千=5000 people, less than"],
        ),
        ("In 1914, 28 had been built, against the odds.", &[]),
    ]);
}

#[test]
fn pairs_and_at_least_one() {
    check(&[
        ("a pair of old bombers, a pair of scissors", &["a pair of old bombers=2 bombers"]),
        (
            "at least one patrol ship sank, one ship came back",
            &["at least one patrol ship=1 ships, at least"],
        ),
        ("至少一艘船沉没,一艘船返航", &["至少一艘=1 ships, at least"]),
        ("三百萬雙鞋", &["三百萬雙=3000000 pairs"]),
        ("one to two years, one mill to three", &["one to two years=1..2 years"]),
        ("三双鞋,双方,双向四车道", &["三双=3 pairs", "四车道=4 lanes"]),
        ("产量翻了近一番,又翻两番", &["翻了近一番=2 times", "翻两番=4 times"]),
        ("起诉两家供应商,两家都认罪", &["两家供应商=2 companies"]),
    ]);
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
        ("Dh2.13 trillion", &["Dh2.13 trillion=2130000000000 dirhams, AED"]),
        ("$US300 billion", &["$US300 billion=300000000000 US dollars, USD"]),
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
        ("約35架米格-29戰鬥機", &["約35架米格-29戰鬥機=35 aircraft, about"]),
        ("運送了477只山羊", &["477只山羊=477 goats"]),
        ("超過100萬桶石油", &["超過100萬桶石油=1000000 barrels, more than"]),
        ("至少10项联合国制裁决议", &["至少10项联合国制裁决议=10 resolutions, at least"]),
        ("至少向乌克兰发射1万枚炮弹", &["1万枚炮弹=10000 shells, at least"]),
        ("19名劫机者劫持4架客机", &["19名劫机者=19 people", "4架客机=4 airliners"]),
        ("採購12艘巡邏艦,首批2艘", &["12艘巡邏艦=12 ships", "2艘=2 ships"]),
        ("3.6万枚155毫米炮弹", &["3.6万枚155毫米炮弹=36000 shells"]),
        ("逾2200个个人和实体", &["逾2200个个人=2200 individuals, more than"]),
        ("每两个月", &["两个月=2 months"]),
        ("约1000万离散家属", &["约1000万离散家属=10000000 relatives, about"]),
        (
            "31轮正式谈判,12支国际救援队",
            &["31轮正式谈判=31 negotiations", "12支国际救援队=12 items"],
        ),
        ("举行了三次会晤", &["三次会晤=3 meetings"]),
        ("经历了四個階段", &["四個階段=4 stages"]),
        ("的兩名高級官員", &["兩名高級官員=2 officials"]),
        ("5名公司员工", &["5名公司员工=5 employees"]),
        ("导弹60余枚,人口2,600万", &["60余枚=60 missiles, more than", "2,600万=26000000 people"]),
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
        ("占GDP百分之三点三以上", &["百分之三点三以上=3.3 percent, at least"]),
        ("占GDP3%", &["3%=3 percent"]),
        ("突破2900点,14点,分七阶段", &["2900点=2900 points", "七阶段=7 stages"]),
        ("九成之多,三成立", &["九成=90 percent"]),
        ("增長4.1%", &["4.1%=4.1 percent"]),
        ("12.5%", &["12.5%=12.5 percent"]),
        ("百分之二十五", &["百分之二十五=25 percent"]),
        ("三分之二以上", &["三分之二以上=0.66666667 fraction, at least"]),
        ("七成以上", &["七成以上=70 percent, at least"]),
        ("1.6 個百分點", &["1.6 個百分點=1.6 percentage points"]),
        ("約850米", &["約850米=850 metres, about"]),
        ("(1435毫米和1520毫米)", &["1435毫米=1435 millimetres", "1520毫米=1520 millimetres"]),
        ("失業率的2.5倍", &["2.5倍=2.5 times"]),
        ("旋转45度", &["45度=45 degrees"]),
        ("身高1米75以上", &["1米75以上=1.75 metres, at least"]),
        ("占六成五", &["六成五=65 percent"]),
        ("約二成七,漲一成五。", &["約二成七=27 percent, about", "一成五=15 percent"]),
        ("由一成提高到兩成,一成不变,一成立", &["一成=10 percent", "兩成=20 percent"]),
        ("短短三周,两周后,三周边国家", &["三周=3 weeks", "两周=2 weeks"]),
        ("由五處增為九處,兩處", &["五處=5 sites", "九處=9 sites"]),
        ("增速为-6.5%和负0.2%", &["-6.5%=-6.5 percent", "负0.2%=-0.2 percent"]),
        ("下降——5%", &["5%=5 percent"]),
        ("贸易额翻一番,翻了,翻两番", &["翻一番=2 times", "翻两番=4 times"]),
        ("连续两季衰退,四季", &["两季=2 quarters"]),
        ("约 8 萬至 12 萬人", &["约 8 萬至 12 萬人=80000..120000 people, about"]),
        ("零下20度", &["零下20度=-20 degrees"]),
        ("零下20至30度", &["零下20至30度=-30..-20 degrees"]),
        ("零下20度至30度", &["零下20度至30度=-30..-20 degrees"]),
        ("時隔20年", &["20年=20 years"]),
        ("两年半", &["两年半=2.5 years"]),
        ("5至6年半", &["5至6年半=5..6.5 years"]),
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
        ("a 15-member council, an 11-page report", &["15-member=15 members", "11-page=11 pages"]),
        ("up to 3m artillery shells", &["3m artillery shells=3000000 shells, up to"]),
        ("5.4m tonnes, 3m long", &["5.4m tonnes=5400000 tonnes", "3m=3 metres"]),
        ("1.4bn people", &["1.4bn people=1400000000 people"]),
        (
            "Half a million people, half a dozen ships, more than a dozen cities",
            &[
                "Half a million people=500000 people",
                "half a dozen ships=6 ships",
                "more than a dozen cities=12 cities, more than",
            ],
        ),
        (
            "two-thirds of homes, a third of them, one-fifth",
            &[
                "two-thirds=0.66666667 fraction",
                "a third=0.33333333 fraction",
                "one-fifth=0.2 fraction",
            ],
        ),
        ("a third party, dozens of ships, a man", &[]),
        ("three hundred and fifty soldiers", &["three hundred and fifty soldiers=350 soldiers"]),
        ("Only 11 of the alliance's 28 members", &["11=11 members", "28 members=28 members"]),
        ("fell by almost a third in 2022", &["almost a third=0.33333333 fraction, about"]),
        ("six ICBMs, 300g, 5g", &["six ICBMs=6 ICBMs", "300g=300 grams"]),
        ("over two years", &["two years=2 years"]),
        ("some 54,000 North Koreans", &["some 54,000 North Koreans=54000 Koreans, about"]),
        (
            "165 low- and middle-income countries",
            &["165 low- and middle-income countries=165 countries"],
        ),
        (
            "at least seven missile launches, two sides",
            &["at least seven missile launches=7 launches, at least"],
        ),
        ("19 EU arms embargoes", &["19 EU arms embargoes=19 embargoes"]),
        ("40 “shadow fleet” oil tankers", &["40 “shadow fleet” oil tankers=40 tankers"]),
        (
            "$5 billion and 6 billion",
            &["$5 billion=5000000000 US dollars, USD", "6 billion=6000000000 US dollars, USD"],
        ),
        ("it shrank by 6.66 million last year", &["6.66 million=6660000 items"]),
        ("a 0.1 percentage point rise", &["0.1 percentage point=0.1 percentage points"]),
        ("600,000 reservists", &["600,000 reservists=600000 reservists"]),
        (
            "100,000 workers, of whom 50,000 were in China",
            &["100,000 workers=100000 workers", "50,000=50000 workers"],
        ),
        ("the two countries, two sides, one time, Resolution 2397 states", &[]),
    ]);
}

#[test]
fn shares_and_folds() {
    check(&[
        ("不到產量的一半", &["一半=0.5 fraction"]),
        (
            "近一半,一半左右,一半以上",
            &[
                "近一半=0.5 fraction, about",
                "一半左右=0.5 fraction, about",
                "一半以上=0.5 fraction, at least",
            ],
        ),
        ("减少了一半", &["一半=0.5 fraction"]),
        ("另一半,说到一半,走了一半,一半一半", &[]),
        ("Half of the farmers left", &["Half=0.5 fraction"]),
        ("about half of its exports", &["about half=0.5 fraction, about"]),
        (
            "less than half the volume, only half of 2019's",
            &["less than half=0.5 fraction, less than", "half=0.5 fraction"],
        ),
        ("the first half of the year, the southern half of the island", &[]),
        ("a tenfold rise, the aim is twofold", &["tenfold=10 times"]),
        ("a manifold, blindfold", &[]),
    ]);
}

#[test]
fn votes() {
    check(&[
        (
            "passed by a vote of 120-14, with one abstention",
            &["120=120 votes", "14=14 votes", "one abstention=1 abstentions"],
        ),
        (
            "voted 90 to 8 against it, 12 abstaining",
            &["90=90 votes", "8=8 votes", "12 abstaining=12 abstentions"],
        ),
        ("120 votes to 14", &["120 votes=120 votes", "14=14 votes"]),
        ("the vote on 5-10 pages", &["5-10 pages=5..10 pages"]),
        ("they won 3-2", &[]),
        ("Of 24 candidates, 18 won seats.", &["24 candidates=24 candidates"]),
        ("Candidates over 50 won.", &[]),
        ("MX$500, MX$500,000", &[]),
    ]);
}

#[test]
fn votes_of_one_side_and_in_words() {
    check(&[
        ("The board voted nine to none to sell it.", &["nine=9 votes"]),
        ("carried by a vote of 7 to nil", &["7=7 votes"]),
        ("The senate rejected the bill 12-0; a plan followed.", &["12=12 votes"]),
        ("The lower house passed the budget 51 to 49.", &["51=51 votes", "49=49 votes"]),
        ("以九十比三的票數通過", &["九十=90 votes", "三=3 votes"]),
        ("议会以11比0通过决议", &["11=11 votes"]),
        ("以二十一票對三票通過", &["二十一票=21 votes", "三票=3 votes"]),
        ("十一票赞成,两票弃权,零票反对", &["十一票=11 votes", "两票=2 votes"]),
        ("九票赞成、一票反对,一票否决", &["九票=9 votes", "一票=1 votes"]),
        ("以3比1获胜,以一比三的比例缩小,the home side won 3-0", &[]),
        ("They won three to nil in the cup.", &[]),
        ("The committee adopted paragraphs 5 to 7.", &[]),
        ("The council passed it in 2019-20, on pages 12-14.", &[]),
        ("two boats for the fleet, which has only three.", &["two boats=2 boats", "three=3 boats"]),
        ("a yield of IRR 12%", &["12%=12 percent"]),
    ]);
}

#[test]
fn the_dead_and_the_wounded() {
    check(&[
        (
            "The flood hit the mill, killing three and wounding at least 12.",
            &["three=3 people", "at least 12=12 people, at least"],
        ),
        ("It left 14 dead and five missing.", &["14 dead=14 dead", "five missing=5 missing"]),
        ("13 of the rescued went home", &["13=13 rescued"]),
        ("造成3死12伤,致五死", &["3死=3 dead", "12伤=12 wounded", "五死=5 dead"]),
        ("It killed two birds.", &["two birds=2 birds"]),
        ("three dead trees, killed in 2019", &["three dead trees=3 trees"]),
        ("病死伤无数,1死亡", &[]),
    ]);
}

#[test]
fn people_by_where_they_are_from() {
    check(&[
        ("770萬河谷人移居國外", &["770萬河谷人=7700000 people"]),
        ("约30万克伦人", &["约30万克伦人=300000 people, about"]),
        ("1500本地人", &["1500本地人=1500 people"]),
        ("boatmen, who number 1,900, will", &["1,900=1900 people"]),
        ("They now number about 40,000.", &["about 40,000=40000 people, about"]),
        ("The number 1,900 was painted on it.", &[]),
        ("通過六項對河協議", &["六項對河協議=6 agreements"]),
    ]);
}

#[test]
fn one_of_several_that_are_counted() {
    check(&[
        (
            "八艘軍艦、一艘拖船和約400名官兵",
            &["八艘軍艦=8 warships", "一艘拖船=1 ships", "約400名官兵=400 soldiers, about"],
        ),
        ("一名船员和三名记者", &["一名船员=1 sailors", "三名记者=3 journalists"]),
        ("一名司机和他的车,一艘船,来了一名记者", &[]),
        ("一个国家和两个政权,一次访问和两次会谈", &["两次会谈=2 talks"]),
    ]);
}

#[test]
fn units_that_begin_as_a_scale_does() {
    check(&[
        ("装机300万千瓦", &["300万千瓦=3000000 kilowatts"]),
        ("年发电90亿千瓦时", &["90亿千瓦时=9000000000 kilowatt hours"]),
        (
            "20兆瓦,500千克,220千伏",
            &["20兆瓦=20 megawatts", "500千克=500 kilograms", "220千伏=220 kilovolts"],
        ),
        ("三千米", &["三千米=3000 metres"]),
        ("800 kilowatts, 4 GWh", &["800 kilowatts=800 kilowatts", "4 GWh=4 gigawatt hours"]),
    ]);
}

#[test]
fn shares_that_are_measured() {
    check(&[
        ("about three quarters in the valley", &["about three quarters=0.75 fraction, about"]),
        ("fell by three quarters", &["three quarters=0.75 fraction"]),
        ("for about three quarters it made a loss", &["about three quarters=3 quarters, about"]),
        ("fell by a third last year", &["a third=0.33333333 fraction"]),
        ("more than twice all the aid", &["more than twice=2 times, more than"]),
        ("twice as many, twice the size", &["twice=2 times", "twice=2 times"]),
        ("They met twice; twice the mayor refused.", &[]),
    ]);
}

#[test]
fn half_a_century() {
    check(&[
        ("开采了半个多世纪", &["半个多世纪=50 years, more than"]),
        ("近半個世紀以來", &["近半個世紀=50 years, about"]),
        ("大半个世纪,半世纪", &["半个世纪=50 years, more than", "半世纪=50 years"]),
        ("more than half a century of it", &["more than half a century=50 years, more than"]),
        ("上半个世纪,二十世纪,the second half a century later", &[]),
        ("两个半世纪", &["两个半世纪=2.5 centuries"]),
    ]);
}

#[test]
fn what_is_said_once() {
    check(&[
        (
            "1,000 to 1,500 IT clerks in Malta, 150 to 300 in Cyprus and 20 in the Azores",
            &[
                "1,000 to 1,500 IT clerks=1000..1500 clerks",
                "150 to 300=150..300 clerks",
                "20=20 clerks",
            ],
        ),
        (
            "90 ships in Malta, 12 of them new, and in Cyprus 20 years",
            &["90 ships=90 ships", "12=12 ships", "20 years=20 years"],
        ),
        ("below 30,000 b/d by then", &["below 30,000 b/d=30000 barrels a day, less than"]),
        ("约３万２千平方公尺", &["约３万２千平方公尺=32000 square metres, about"]),
        ("发生6.8级地震", &["6.8级地震=6.8 magnitude"]),
        ("达成三份协议,六成五", &["三份协议=3 agreements", "六成五=65 percent"]),
        ("签下两份合同,下两份合同", &["两份合同=2 contracts"]),
        ("此后两个月,最后两个月,前后两年", &["两个月=2 months"]),
        ("需要上亿美元,以上万名", &["上亿美元=100000000 US dollars, USD, about"]),
        ("开幕两天后", &["两天=2 days"]),
        ("三個大國,這兩個大國", &["三個大國=3 powers"]),
        ("10萬外籍移工", &["10萬外籍移工=100000 migrant workers"]),
        ("就四項議題發言", &["四項議題=4 issues"]),
        ("two Member States", &["two Member States=2 states"]),
    ]);
}

#[test]
fn numbers_in_english_words() {
    check(&[
        (
            "employed twenty thousand five hundred and ten people",
            &["twenty thousand five hundred and ten people=20510 people"],
        ),
        (
            "One hundred twenty-three thousand four hundred fifty-six people came",
            &["One hundred twenty-three thousand four hundred fifty-six people=123456 people"],
        ),
        (
            "two million, five hundred thousand people",
            &["two million, five hundred thousand people=2500000 people"],
        ),
        ("A quarter of a million people", &["A quarter of a million people=250000 people"]),
        ("a quarter million people", &["a quarter million people=250000 people"]),
        (
            "three quarters of a million people",
            &["three quarters of a million people=750000 people"],
        ),
        ("half a million books", &["half a million books=500000 books"]),
        ("a half-million people", &["a half-million people=500000 people"]),
        ("One and a half million people", &["One and a half million people=1500000 people"]),
        ("two and a half years", &["two and a half years=2.5 years"]),
        ("twenty five people", &["twenty five people=25 people"]),
        ("eleven hundred ships", &["eleven hundred ships=1100 ships"]),
        ("a hundred and twenty people", &["a hundred and twenty people=120 people"]),
        (
            "between one hundred and two hundred people",
            &["one hundred and two hundred people=100..200 people"],
        ),
        (
            "between one hundred and fifty and two hundred people",
            &["one hundred and fifty and two hundred people=150..200 people"],
        ),
        ("two thousand, three hundred of them women", &[]),
        ("one hundred two-seat planes", &["one hundred two-seat planes=100 aircraft"]),
        ("five thousand and two million people", &["two million people=2000000 people"]),
        ("three quarters of homes", &["three quarters=0.75 fraction"]),
    ]);
}

#[test]
fn numbers_as_others_write_them() {
    check(&[
        ("1 500 000 people", &["1 500 000 people=1500000 people"]),
        ("1’500’000 people", &["1’500’000 people=1500000 people"]),
        ("1'500 people", &["1'500 people=1500 people"]),
        ("Table 1 100 200 300 workers", &["300 workers=300 workers"]),
        ("12\u{a0}500 people", &["12\u{a0}500 people=12500 people"]),
        ("5 000 tonnes", &["5 000 tonnes=5000 tonnes"]),
        ("fell by 1 500 people", &["1 500 people=1500 people"]),
        ("Table 1 200 people", &["200 people=200 people"]),
        ("3 lakh people", &["3 lakh people=300000 people"]),
        ("₹20 crore", &["₹20 crore=200000000 rupees, INR"]),
        ("3.2 M people", &["3.2 M people=3200000 people"]),
        ("3.2 bn people", &["3.2 bn people=3200000000 people"]),
        ("3 m people", &["3 m=3 metres"]),
        ("3M workers", &[]),
        (".5% and $.5 million", &[".5%=0.5 percent", "$.5 million=500000 US dollars, USD"]),
        ("it ended.5 people", &["5 people=5 people"]),
        ("2020\u{ff0c}12名", &["12名=12 people"]),
        ("男工12\u{ff0c}135人是女工", &["135人=135 people"]),
        ("会议于2023-10-05\u{ff0c}3名代表出席", &["3名代表=3 delegates"]),
        ("三百十五人,男一百十二人", &["三百十五人=315 people", "一百十二人=112 people"]),
        ("二百十三万元", &["二百十三万元=2130000 yuan, CNY"]),
        ("27 au 31 mars 2022", &[]),
        ("12 Boeing 747 planes", &["12 Boeing 747 planes=12 aircraft"]),
        ("in 2022\u{a0}100 people", &["100 people=100 people"]),
    ]);
}

#[test]
fn signs_and_bounds() {
    check(&[
        ("fell to -40 °C", &["-40 °C=-40 degrees Celsius"]),
        ("to \u{2212}40 °C", &["\u{2212}40 °C=-40 degrees Celsius"]),
        ("minus 40 degrees", &["minus 40 degrees=-40 degrees"]),
        (
            "-5℃,零下5度,98.6 °F",
            &["-5℃=-5 degrees Celsius", "零下5度=-5 degrees", "98.6 °F=98.6 degrees Fahrenheit"],
        ),
        ("-5.3%;-2%,-1%", &["-5.3%=-5.3 percent", "-2%=-2 percent", "-1%=-1 percent"]),
        ("10-20 °C", &["10-20 °C=10..20 degrees Celsius"]),
        ("were -$5 million", &["-$5 million=-5000000 US dollars, USD"]),
        ("paid \u{2014}$5 million", &["$5 million=5000000 US dollars, USD"]),
        (
            "净利润-3.2亿元,亏损3亿元",
            &["-3.2亿元=-320000000 yuan, CNY", "3亿元=300000000 yuan, CNY"],
        ),
        ("3-5亿元", &["3-5亿元=300000000..500000000 yuan, CNY"]),
        ("no more than 10 men", &["no more than 10 men=10 men, up to"]),
        ("not more than 5 days", &["not more than 5 days=5 days, up to"]),
        ("more than 5 days", &["more than 5 days=5 days, more than"]),
    ]);
}

#[test]
fn units_of_more_than_one_kind() {
    check(&[
        (
            "50 m/s, 10 kg/ha, 5 m3, 5 m²",
            &["50 m/s=50 metres a second", "5 m3=5 cubic metres", "5 m²=5 square metres"],
        ),
        ("10 pounds of flour", &["10 pounds=10 pounds"]),
        (
            "10 pounds, 10 pounds of public money",
            &["10 pounds=10 pounds sterling, GBP", "10 pounds=10 pounds sterling, GBP"],
        ),
        ("The bomb weighs 500 pounds.", &["500 pounds=500 pounds"]),
        (
            "a weight of 500 pounds, 20 pounds heavier",
            &["500 pounds=500 pounds", "20 pounds=20 pounds"],
        ),
        ("He weighed it. It cost 500 pounds.", &["500 pounds=500 pounds sterling, GBP"]),
        ("五百塊錢,500块。", &["五百塊錢=500 yuan, CNY", "500块=500 yuan, CNY"]),
        ("12块石头,奖牌12块,切成4块", &["12块=12 pieces", "12块=12 pieces", "4块=4 pieces"]),
    ]);
}

/// What several states call their money claims none of them.
#[test]
fn money_is_whose_it_is_said_to_be() {
    check(&[
        ("10,000 won", &["10,000 won=10000 won, KRW"]),
        ("3.4 million won a year", &["3.4 million won=3400000 won, KRW"]),
        ("CAD$500", &["CAD$500=500 Canadian dollars, CAD"]),
        ("NTD$500", &["NTD$500=500 New Taiwan dollars, TWD"]),
        ("US$500, $500", &["US$500=500 US dollars, USD", "$500=500 US dollars, USD"]),
        ("500第纳尔", &["500第纳尔=500 dinars"]),
        ("500里亚尔,500比索", &["500里亚尔=500 rials", "500比索=500 pesos"]),
        ("500马克", &["500马克=500 marks"]),
        ("1.3万西非法郎", &["1.3万西非法郎=13000 CFA francs, XOF"]),
        ("2.5萬肯亞先令", &["2.5萬肯亞先令=25000 Kenyan shillings, KES"]),
        ("3万马里法郎", &["3万马里法郎=30000 francs"]),
        ("9亿奈拉,400迪拉姆", &["9亿奈拉=900000000 naira, NGN", "400迪拉姆=400 dirhams, AED"]),
        ("50萬敘利亞鎊", &["50萬敘利亞鎊=500000 Syrian pounds, SYP"]),
        (
            "4,000 CFA francs, 800,000 naira, 20,000 Iranian rials",
            &[
                "4,000 CFA francs=4000 CFA francs",
                "800,000 naira=800000 naira, NGN",
                "20,000 Iranian rials=20000 Iranian rials, IRR",
            ],
        ),
        ("KES 500, ₦300", &["KES 500=500 Kenyan shillings, KES", "₦300=300 naira, NGN"]),
        ("三名比索收藏家,COP 28", &["三名=3 people"]),
        ("500卢比, 500 rupees", &["500卢比=500 rupees", "500 rupees=500 rupees"]),
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
        "更新时间:2小时前",
        "Updated: 3 hours ago",
        "數千工人",
        "七国集团",
        "1718制裁委员会",
        "1701委員會",
        "90週年校慶",
        "七十周年",
        "明年前5个月",
        "Executive Order 777 bars Acme",
        "License 41 lets it in",
        "in June XY 44 eases the rest",
        "1718号决议",
        "14:57",
        "1.2.3版本",
        "38度线",
        "180度转变",
        "北纬38度",
        "百分之百",
        "a five-year plan",
        "前100名企业",
        "(N = 38,112)",
        "2024年2月30日",
        "康熙二十三年",
        "一千九百四十九年",
        "公元前1046年",
        "几百人,数十名,dozens of ships",
        "360度全方位",
        "a 180-degree turn",
        "152毫米榴弹炮",
        "155-mm shells",
        "十八届三中全会",
        "COVID-19",
        "5G网络",
        "[12]",
        "《国际政治研究》2019年第3期,第45—67页",
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
        "0", "1", "12", ",000", ".5", "三", "十", "百", "萬", "亿", "兆", "多", "余", "几", "两",
        "年", "月", "个", "名", "枚", "—", "-", "至", "~", "/", ":", ".", ",", "%", "約", "超过",
        "至少", "以上", "美元", "$", "US$", "million", "bn", " ", "people", "three", "to ", "and ",
        "between ", "人", "分之", "成", "半", "零下", "度", "第", "、", "🚀", "𠀀", "炮弹", "９",
        "，", "+", "three-",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn spans_hold(text: &str) {
    let dates = find_dates(text, &mut DateContext::default());
    let mut end = 0;
    for figure in find_figures(text, &dates) {
        assert!(figure.start >= end && figure.end > figure.start, "{text}");
        assert!(figure.upper.is_none_or(|upper| upper >= figure.value), "{text}: {figure:?}");
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
