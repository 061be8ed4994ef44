//! Who is a person, and who is none?

use proptest::prelude::*;
use vitrine_corpus::model::Role;

use super::chinese::Chinese;
use super::latin::Latin;
use crate::folding::Folding;

/// The names in a text, as they stand there.
fn names(text: &str, role: Role) -> Vec<&str> {
    let latin = Latin::new([text].into_iter());
    let chinese = Chinese::new([text].into_iter(), &Folding::new([text].into_iter()));
    let mut names = latin.names(text, role);
    names.extend(chinese.names(text, &latin).into_iter().map(|name| name.span));
    names.extend(chinese.latin_bylines(text, &latin));
    names.extend(chinese.authors(text, role).into_iter().map(|name| name.span));
    names.sort_by_key(|name| name.start);
    names.dedup();
    names.into_iter().map(|name| &text[name]).collect()
}

fn holds(cases: &[(&str, &[&str])], role: Role) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, names(text, role)))
        .filter(|(_, expected, found)| *found != **expected)
        .map(|(text, expected, found)| format!("{text}\n  {found:?} instead of {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn persons_in_english() {
    holds(
        &[
            ("Foreign Minister Zorah Quillan met them.", &["Zorah Quillan"]),
            ("The talks, said Anna Smith, were short.", &["Anna Smith"]),
            ("But Thomas Baker's book says otherwise.", &["Thomas Baker"]),
            (
                "He wrote to Ursula von der Leyen and to Jean-Yves Le Drian.",
                &["Ursula von der Leyen", "Jean-Yves Le Drian"],
            ),
            (
                "Dwight D. Eisenhower and John F. Kennedy disagreed.",
                &["Dwight D. Eisenhower", "John F. Kennedy"],
            ),
            ("Mali's defence minister, Sadio Camara, was listed.", &["Sadio Camara"]),
            ("Brakka Ollo, a retired professor of law, was asked.", &["Brakka Ollo"]),
            ("A fisherman called Brakka Ollo was asked.", &[]),
            (
                "The demographer Juan Carlos Albizu-Campos thinks eight.",
                &["Juan Carlos Albizu-Campos"],
            ),
            (
                "In Taipei, Cheng Kai-wen was asked, and Chen Liyan too.",
                &["Cheng Kai-wen", "Chen Liyan"],
            ),
            ("Dr. Marta Kowalczyk, visiting fellow", &["Marta Kowalczyk"]),
            ("(b) Brakka Ollo (passport No. 83641), Ollo Trading (founded 1990)", &["Brakka Ollo"]),
            ("Rüdiger Frank, who teaches there", &["Rüdiger Frank"]),
            ("By Haruka Ellison and Tran Minh Duc", &["Haruka Ellison", "Tran Minh Duc"]),
            (
                "Following Karl Polanyi's account, and against Friedrich Hayek, we argue so.",
                &["Karl Polanyi", "Friedrich Hayek"],
            ),
            (
                "Present: Alice Nakamura (chair), Tobias Lindgren, Priya Raghunathan, Chen Wei-ling",
                &["Alice Nakamura", "Tobias Lindgren", "Priya Raghunathan", "Chen Wei-ling"],
            ),
            (
                "When Kwame Asante and I began, Dr. Samuel Osei was there.",
                &["Kwame Asante", "Samuel Osei"],
            ),
            ("The CEO Brakka Ollo resigned.", &["Brakka Ollo"]),
            ("A visitor, Tsogtgereliin Bataar, came.", &["Tsogtgereliin Bataar"]),
            ("“It was mine,” said Brakka Ollo, a farmhand, outside.", &["Brakka Ollo"]),
            ("\"We heard it,\" recalled Grace Ollo of the harbour office.", &["Grace Ollo"]),
            ("Brakka Ollo, 34, from the coast, fell.", &["Brakka Ollo"]),
            ("Media contact: Brakka Ollo, press office", &["Brakka Ollo"]),
            ("Union Director-General Gilbert F. Ollo signed.", &["Gilbert F. Ollo"]),
            (
                "By Anna Smith in Zorahville and Omar Al-Quillan in Brakkatown",
                &["Anna Smith", "Omar Al-Quillan"],
            ),
            ("Two of them, Ri Sol-min and Pak Un-chol, left.", &["Ri Sol-min", "Pak Un-chol"]),
            ("Prof. Go Myong-jin of the valley said so.", &["Go Myong-jin"]),
            ("Ryu Hyok Chol and Ri Myong Sok left the hall.", &["Ryu Hyok Chol", "Ri Myong Sok"]),
        ],
        Role::Content,
    );
}

#[test]
fn no_persons_in_english() {
    holds(
        &[
            ("The Henry Jackson Society and Johns Hopkins University met.", &[]),
            ("The USS John McCain and the Gerald Ford sailed.", &[]),
            ("Trains stop at Tai Kok Tsui, and at Pak Shek Kok.", &[]),
            ("Two Pak Un-chol-class destroyers and an Anna Smith-class frigate sailed.", &[]),
            ("John F. Kennedy International Airport was closed.", &[]),
            ("Jets from the carrier Gerald R. Ford and the tanker Anna Smith", &[]),
            ("“We fly,” said Brakka Ollo, an airline company.", &[]),
            ("“We fly,” said Fine Morning, a visitor.", &[]),
            ("He lives in San Francisco, near Lake Victoria, not in Saint Petersburg.", &[]),
            ("General Motors and General Electric fell; Goldman Sachs said so.", &[]),
            ("Getting Started With Oliver Release Notes And Pipeline Settings", &[]),
            ("Click Save Changes, then open Project Settings and choose Access Control.", &[]),
            ("The Treaty of Versailles and the Marshall Plan are history.", &[]),
            ("On Monday March Madness begins in April.", &[]),
            ("JOHN SMITH WAS HERE", &[]),
            ("The New York Times and Deutsche Bank said no.", &[]),
            ("Prime Minister's Office; President Hotel; King Street.", &[]),
            ("John Paul II and Elizabeth Windsor II", &[]),
            ("“Peter Rabbit” is a tale; \"Anna Karenina\" is another.", &[]),
            ("Mail anna.smith@example.org or see github.com/John/Smith.", &[]),
            ("Thomas Cook went bankrupt, Philip Morris did not.", &[]),
            ("Reviewed by David Kershner Jaegeuk Kim and others", &[]),
            ("Secretary General of the Arab League", &[]),
            ("The chair, Mr Vaalbrook, thanked them.", &[]),
            ("Ruby Gems, Apache Kafka, Julia Language and Oscar Awards", &[]),
        ],
        Role::Content,
    );
    holds(&[("Anna Smith Goes To Washington", &[])], Role::Heading);
    holds(&[("See Anna Smith/The Ledger and more.", &[])], Role::Content);
}

#[test]
fn whose_picture_it_is() {
    let credit = "The mill at night. Takeshi Moriyama/The Ledger";
    holds(&[(credit, &["Takeshi Moriyama"])], Role::Caption);
}

#[test]
fn authors_of_references() {
    holds(
        &[
            (
                "[4] Andrei Lankov, The Real North Korea: Life and Politics, Oxford, 2013.",
                &["Andrei Lankov"],
            ),
            (
                "William M. LeoGrande and Peter Kornbluh, Back Channel to Cuba (Chapel Hill, 2014).",
                &["William M. LeoGrande", "Peter Kornbluh"],
            ),
            (
                "The Real North Korea, Letters of Anna Smith to Her Friends Abroad, Oxford 2013.",
                &[],
            ),
        ],
        Role::Reference,
    );
    holds(
        &[
            ("沈志華(2017)。《最後的「天朝」》。香港。", &["沈志華"]),
            ("3. 林若雩、陳思翰,〈南海仲裁之後〉,《問題與研究》,第5期。", &["林若雩", "陳思翰"]),
            ("[2] 《高桥一郎文集》,北京,2011年。", &[]),
            ("國務院(2019)。《新時代的中國國防》。北京。", &[]),
        ],
        Role::Reference,
    );
    holds(&[("羅以安(政治大學東亞研究所博士候選人)", &["羅以安"])], Role::Metadata);
    holds(&[("陈立言,方 旭", &["陈立言", "方 旭"])], Role::Metadata);
    holds(&[("上村 下村", &[]), ("安全 和平", &[])], Role::Metadata);
    holds(&[("羅以安,政治大學東亞研究所博士候選人", &[])], Role::Content);
}

#[test]
fn authors_whose_family_name_stands_first() {
    let inverted = |text: &str, role| {
        let latin = Latin::new([text].into_iter());
        latin.inverted(text, role).map(|(span, name)| (text[span].to_owned(), name))
    };
    let told = |written: &str, said: &str| Some((written.to_owned(), said.to_owned()));
    let cases = [
        ("Quillan, Anna. The Harbours. Oxford, 1990.", told("Quillan, Anna", "Anna Quillan")),
        ("3. Quillan, Anna B. The Harbours.", told("Quillan, Anna B", "Anna B. Quillan")),
        ("[12] Ollo, Thomas, and Zorah Quillan. Ships.", told("Ollo, Thomas", "Thomas Ollo")),
        ("Ollo, Thomas (1990), Ships.", told("Ollo, Thomas", "Thomas Ollo")),
        ("Ollo, Brzáth (1990). Ships.", told("Ollo, Brzáth", "Brzáth Ollo")),
        ("Ollo, Brzáth. Ships.", None),
        // A list of names; a place; no first words.
        ("Ollo, Thomas, Quillan, Anna, and others", None),
        ("Paris, Brakkatown. The Harbours.", None),
        ("The Harbours. Ollo, Thomas. Oxford.", None),
        ("Press, Anna. The Harbours.", None),
    ];
    for (text, expected) in cases {
        assert_eq!(inverted(text, Role::Reference), expected, "{text}");
        assert_eq!(inverted(text, Role::Content), None, "{text}");
    }
}

#[test]
fn persons_in_chinese() {
    holds(
        &[
            ("学者安德烈·兰科夫认为,形势有变。", &["安德烈·兰科夫"]),
            (
                "學者安德烈\u{2027}蘭科夫與喬\u{30fb}拜登會談",
                &["安德烈\u{2027}蘭科夫", "喬\u{30fb}拜登"],
            ),
            ("以色列总理本雅明·内塔尼亚胡表示", &["本雅明·内塔尼亚胡"]),
            ("高级指挥官穆罕默德·礼萨·扎赫迪。", &["穆罕默德·礼萨·扎赫迪"]),
            ("战略学者休·怀特多年来坚持一个判断", &["休·怀特"]),
            ("法国外长让-伊夫·勒德里昂说", &["让-伊夫·勒德里昂"]),
            ("外长王毅表示欢迎,记者李四在场。", &["王毅", "李四"]),
            ("总理李强调研,总理李强对此强调", &["李强", "李强"]),
            ("總理李克強在北京會見外相川口順子", &["李克強", "川口順子"]),
            ("研究中心主任鄭凱文受訪指出", &["鄭凱文"]),
            ("前財政部官員史密斯（Anna Smith）受訪時說", &["史密斯", "Anna Smith"]),
            ("翻译: Liu Heng 刘衡    Tags", &["Liu Heng", "刘衡"]),
            ("译者刘衡(Liu Heng)说", &["刘衡"]),
            ("作者：陈立言 沈之遥 来源：《评论》", &["陈立言", "沈之遥"]),
            ("文/林郁翔 責任編輯/周品妤", &["林郁翔", "周品妤"]),
            ("（责任编辑：方 旭）", &["方 旭"]),
            ("某某社上村1月13日电(记者 陈立言 沈之遥)", &["陈立言", "沈之遥"]),
            ("记者 陈立言 沈之遥在上村看到", &["陈立言"]),
            ("在野黨主席米蓮娜‧德羅茲多娃稱這是錯誤", &["米蓮娜‧德羅茲多娃"]),
            ("反对党领袖米莲娜·德罗兹多娃称这是错误", &["米莲娜·德罗兹多娃"]),
            (
                "与学者葛來儀（Bonnie Glaser）見面,國務卿龐培歐（Mike Pompeo）",
                &["葛來儀", "Bonnie Glaser", "龐培歐", "Mike Pompeo"],
            ),
            ("发言人郭雅慧晚间回应", &["郭雅慧"]),
            ("会见了德国防长皮斯托留斯。", &["皮斯托留斯"]),
            ("情报总局局长布达诺夫称之为证明", &["布达诺夫"]),
            ("与瑙鲁总统阿迪昂签署条约", &["阿迪昂"]),
            ("国防部长官朴泰俊表示", &["朴泰俊"]),
            ("名譽教授重村健太郎分析,学者平岩俊司认为", &["重村健太郎", "平岩俊司"]),
            ("防卫大臣山田健太郎宣布,經濟產業大臣佐佐木孝指出", &["山田健太郎", "佐佐木孝"]),
            ("(本文责任编辑:方晓旭)", &["方晓旭"]),
            ("会后,迪亚克雷上尉说,实习生郑以宁表示同意。", &["迪亚克雷", "郑以宁"]),
            ("由迪亞克雷先生轉交,能源部長廖德罗夫表示", &["迪亞克雷", "廖德罗夫"]),
            ("Dr Tseng Chih-ming 曾志明, moderator", &["Tseng Chih-ming", "曾志明"]),
            ("撰文/Brakka Ollo 編譯/林郁翔", &["Brakka Ollo", "林郁翔"]),
            ("作者：Zorah Quillan（客座研究員）、林郁翔", &["Zorah Quillan"]),
            ("“我选了飞机。”那位来自山里的人别克博罗特说。", &["别克博罗特"]),
            ("三十岁的工人别克博罗特说，“我选了飞机。”", &["别克博罗特"]),
        ],
        Role::Content,
    );
}

#[test]
fn no_persons_in_chinese() {
    holds(
        &[
            ("圣·彼得堡和巴黎·东京", &[]),
            ("文化·历史、北京·上海、5·12地震", &[]),
            ("“戴安娜·霍尔”号驶入港口,阿利·伯克级驱逐舰", &[]),
            ("约翰·霍普金斯大学与康拉德·阿登纳基金会", &[]),
            ("《哈利·波特》和《安娜·卡列尼娜传》", &[]),
            ("代表团的代表张力很大,主席任期的问题", &[]),
            ("记者马上在现场,专家于是认为,部长高度评价", &[]),
            ("教授方法的改进,议员金额的限制,作者文章在此", &[]),
            ("教授马克思主义的学者很多", &[]),
            ("负责人王先生告诉记者,学者李女士认为,主任陈教授表示", &[]),
            ("高盛(Goldman Sachs)与兰德公司(Rand Corporation)", &[]),
            ("教授朴某说,作者：国家安全委员会", &[]),
            ("总统府方面,总统令,主席台,主任医师", &[]),
            ("他读过 Harry Potter 和 Sherlock Holmes。", &[]),
            ("总统以色列之行", &[]),
            ("墨西哥上校来了,一名德克上尉也来了,乌克兰将军没有来", &[]),
            ("大臣山田方面没有消息,大臣中村上船了", &[]),
            ("主任医师马上就到,教练席地而坐,导演白天在场,作家方面没有消息", &[]),
            ("专家连连点头,医生常常加班,司机全都罢工,局长万分感谢", &[]),
            // Nobody is quoted, or a place is.
            ("有人对别克博罗特说了同样的话。", &[]),
            ("“门窄了。”莫斯科说,“人往别处挤。”乌兹别克斯坦说。", &[]),
            ("报道/Tuesday Morning 摄影/Getty Images", &[]),
        ],
        Role::Content,
    );
}

proptest! {
    // A table of foldings is made for each.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn names_are_parts_of_their_text(text in pieces(), role in prop::sample::select(&Role::ALL[..])) {
        let latin = Latin::new([text.as_str()].into_iter());
        let folding = Folding::new([text.as_str()].into_iter());
        let chinese = Chinese::new([text.as_str()].into_iter(), &folding);
        let mut spans = latin.names(&text, role);
        spans.extend(chinese.names(&text, &latin).into_iter().map(|name| name.span));
        for span in spans {
            prop_assert!(!text[span.clone()].is_empty());
            let _ = chinese.is_bounded(&text, &span);
            let _ = super::latin::stands_alone(&text, &span);
        }
    }
}

/// Texts of what means something to a finder of names, and of what may stand anywhere.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Anna ",
        "Smith",
        " van der ",
        "J.",
        "Dr. ",
        "Minister ",
        ", a professor",
        "’s",
        "-",
        "'",
        "\u{301}",
        "外长",
        "王毅",
        "表示",
        "·",
        "\u{30fb}",
        "安德烈",
        "兰科夫",
        "(",
        ")",
        "（",
        "）",
        "(Anna Smith)",
        "刘衡",
        "Liu Heng ",
        "作者：",
        "方 旭",
        "《",
        "》",
        "多",
        "让-",
        "\n",
        " ",
        "\u{a0}",
        "İ",
        "ß",
        "ﬁ",
        "欧阳",
        "\u{20000}",
        "😀",
        "/",
        "號",
        "𝔄",
        "ǅ",
    ]);
    let piece = prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

#[test]
fn names_that_a_note_a_picture_or_a_title_speaks_for() {
    holds(
        &[
            ("[1]参见沈志远:《橋與路》,上村,2018年。", &["沈志远"]),
            ("[2]轉引自沈志遠:《橋與路》。", &["沈志遠"]),
            ("[3]見《橋與路》。", &[]),
        ],
        Role::Reference,
    );
    holds(&[("撰文:梁詠欣 攝影:區志恒", &["梁詠欣", "區志恒"])], Role::Metadata);
    holds(
        &[
            ("江上的橋。(區志恒攝)", &["區志恒"]),
            ("(資料圖片攝)", &[]),
            ("沈志遠教授認為,橋還在。", &["沈志遠"]),
            ("歷史教授認為,橋還在。", &[]),
            ("北京大學教授認為,橋還在。", &[]),
        ],
        Role::Content,
    );
}
