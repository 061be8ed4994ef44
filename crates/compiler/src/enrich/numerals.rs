//! Reading numbers as people write them: `12,000`, `１２，０００`, `25万6千`, `二十萬億`, `一九九0`,
//! `兩千多`, `twenty-five`, `3.4 million`.
//!
//! Dates and figures are both read over [`Folded`] text: one character in, one character out, so
//! that a position can always be taken back to the passage. Folding makes Traditional Simplified
//! (only for the characters the tables of dates and figures are written with), full width half,
//! and every dash `-`; the tables then list each term once.

pub use vitrine_corpus::number::chinese_digit as digit;
use vitrine_corpus::number::{self, SCALES, SHORT_SCALES, WORDS, chinese_scale, plus, times};

use crate::folding::is_han;

/// Traditional and variant forms, each before the form the tables use.
const FOLD: &str = "\
    萬万與与專专業业東东絲丝両两兩两嚴严個个箇个臨临為为爲为舉举義义 \
    烏乌習习鄉乡書书於于亞亚產产産产畝亩億亿僅仅從从侖仑崙仑價价眾众 \
    衆众優优會会傷伤體体餘余馀余兒儿剋克黨党蘭兰茲兹內内冊册軍军農农 \
    鼕冬決决準准減减幾几齣出擊击劃划則则別别彆别製制務务動动勞劳勢势 \
    勛勋勳勋區区醫医韆千昇升陞升華华協协單单盧卢衛卫衞卫巻卷捲卷廠厂 \
    厤历曆历歷历釐厘廂厢縣县叄叁發发髮发變变衹只隻只枱台檯台臺台颱台 \
    葉叶號号閤合衕同後后嚮向曏向噸吨員员週周迴回團团糰团園园圍围國国 \
    圖图圓圆場场塊块堅坚聲声處处備备復复複复頭头奬奖獎奖奧奥婦妇學学 \
    寧宁甯宁實实傢家對对導导將将爾尔侷局層层屆届屬属嶼屿嵗岁歲岁崗岗 \
    島岛峯峰幣币佈布帥帅師师蓆席幫帮並并併并莊庄庫库應应開开張张彈弹 \
    強强噹当當当彔录錄录録录徵征徑径誌志唸念總总願愿戰战戶户纔才護护 \
    報报擇择揮挥換换據据攝摄撐撑敵敌敎教數数鬥斗無无舊旧時时晝昼朮术 \
    術术機机權权條条來来極极構构槍枪櫃柜標标棟栋樣样覈核橋桥樁桩樑梁 \
    樓楼檻槛歐欧殲歼氣气濟济漸渐漁渔溫温遊游灣湾滿满潛潜點点獨独豬猪 \
    現现電电眞真礦矿碼码礫砾確确離离鞦秋種种稱称筆笔築筑簽签籤签類类 \
    糧粮約约級级紀纪納纳綫线線线組组織织經经給给統统緒绪續续維维綿绵 \
    締缔網网羅罗罰罚職职聯联脅胁腦脑脫脱艦舰節节囌苏甦苏蘇苏葯药藥药 \
    營营銜衔錶表裝装觀观規规視视覺觉譽誉計计讓让議议記记論论設设訪访 \
    評评識识訴诉詞词試试該该語语說说説说諾诺讀读談谈諜谍謂谓謝谢譜谱 \
    財财賬账貨货質质貳贰貼贴趕赶趨趋車车轉转輪轮轟轰輕轻轎轿輛辆輸输 \
    邊边達达過过運运這这進进遠远違违連连選选踰逾鄰邻裏里裡里鑑鉴鑒鉴 \
    鈡钟鍾钟鐘钟鋼钢鈾铀鐵铁銖铢銀银錢钱鏈链鎖锁鎊镑長长門门閉闭問问間间 \
    閣阁閱阅閲阅隊队陰阴階阶際际陸陆難难僱雇麪面麫面麵面韓韩頁页頃顷 \
    項项顧顾領领頸颈顆颗題题額额風风飛飞飯饭餅饼舘馆館馆馬马驅驱駁驳 \
    駐驻驗验驟骤順顺慶庆豐丰啟启啓启禎祯樂乐魚鱼鮮鲜雞鸡鷄鸡麥麦黃黄齡龄負负禮礼砲炮彎弯雙双贏赢輩辈 \
    贊赞寬宽敘叙賓宾倫伦緬缅萊莱買买韋韦訂订劑剂盞盏頂顶費费見见擬拟畫画廳厅 \
    陣阵採采 \
";

fn fold(c: char) -> char {
    use std::collections::HashMap;
    use std::sync::LazyLock;
    static PAIRS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let all: Vec<char> = FOLD.chars().filter(|c| !c.is_whitespace()).collect();
        all.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    });
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' => '-',
        '〜' | '∼' => '~',
        '‧' | '・' | '•' | '∙' => '·',
        '○' | '◯' => '〇',
        '’' | '‘' => '\'',
        c if c.is_ascii() => c,
        c => PAIRS.get(&c).copied().unwrap_or(c),
    }
}

/// What a mark stands for between two digits. A comma at full width joins digits of full width alone
/// (１２，０００); beside others it parts them as a semicolon would. A space at which no line breaks
/// joins thousands, as an apostrophe does.
fn between_digits(before: Option<char>, mark: char, rest: &str) -> Option<char> {
    let is_wide = |c: char| matches!(c, '\u{ff10}'..='\u{ff19}');
    let is_digit = |c: char| c.is_ascii_digit() || is_wide(c);
    let before = before.filter(|c| is_digit(*c))?;
    match mark {
        '\u{ff0c}' => {
            let after = rest.chars().next().filter(|c| is_digit(*c))?;
            (!(is_wide(before) && is_wide(after))).then_some(';')
        }
        '\u{a0}' | '\u{2009}' | '\u{202f}' => {
            let digits = rest.chars().take(4).take_while(|c| is_digit(*c)).count();
            (digits == 3).then_some('\'')
        }
        _ => None,
    }
}

/// Whether a text is in Traditional Chinese, by characters no other script of ours has.
pub fn is_traditional(text: &str) -> bool {
    const TELLING: &[char] = &[
        '國', '個', '萬', '億', '們', '這', '為', '來', '與', '經', '對', '會', '較', '約', '時',
        '長', '發',
    ];
    text.contains(TELLING)
}

/// A passage folded character by character, with the way back to its own bytes.
pub struct Folded {
    pub chars: Vec<char>,
    /// The folded text, for regular expressions.
    pub text: String,
    /// Byte offset in the passage of each character, and its length at the end.
    origin: Vec<usize>,
    /// Byte offset in `text` of each character, and its length at the end.
    place: Vec<usize>,
    /// Where long dashes stand, in order; folded, they look like a minus.
    long_dashes: Vec<usize>,
}

impl Folded {
    pub fn new(passage: &str) -> Self {
        let mut folded = Self {
            chars: Vec::with_capacity(passage.len()),
            text: String::with_capacity(passage.len()),
            origin: Vec::with_capacity(passage.len() + 1),
            place: Vec::with_capacity(passage.len() + 1),
            long_dashes: Vec::new(),
        };
        let mut before = None;
        for (offset, c) in passage.char_indices() {
            let raw = c;
            let c = between_digits(before, raw, &passage[offset + raw.len_utf8()..])
                .unwrap_or_else(|| fold(raw));
            before = Some(raw);
            if matches!(raw, '\u{2014}' | '\u{2015}' | '\u{2500}') {
                folded.long_dashes.push(folded.chars.len());
            }
            folded.origin.push(offset);
            folded.place.push(folded.text.len());
            folded.chars.push(c);
            folded.text.push(c);
        }
        folded.origin.push(passage.len());
        folded.place.push(folded.text.len());
        folded
    }

    /// How many characters there are.
    pub fn count(&self) -> usize {
        self.chars.len()
    }

    pub fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    /// Whether a dash too long to be a minus stands at `i`.
    pub fn is_long_dash(&self, i: usize) -> bool {
        self.long_dashes.binary_search(&i).is_ok()
    }

    /// The character before position `i`.
    pub fn before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.at(i))
    }

    /// Byte offset in the passage of character `i`.
    pub fn origin(&self, i: usize) -> usize {
        self.origin[i.min(self.chars.len())]
    }

    /// The character that begins at a byte of [`Folded::text`].
    pub fn index_of(&self, byte: usize) -> usize {
        self.place.partition_point(|&place| place < byte)
    }

    /// The folded text from character `i`.
    pub fn rest(&self, i: usize) -> &str {
        &self.text[self.place[i.min(self.chars.len())]..]
    }

    /// The folded text before character `i`.
    pub fn head(&self, i: usize) -> &str {
        &self.text[..self.place[i.min(self.chars.len())]]
    }

    /// The last `most` characters before character `i`: enough to look back at, however long the
    /// passage is.
    pub fn lead(&self, i: usize, most: usize) -> &str {
        let end = i.min(self.chars.len());
        &self.text[self.place[end.saturating_sub(most)]..self.place[end]]
    }

    pub fn skip_spaces(&self, mut i: usize) -> usize {
        while self.at(i) == Some(' ') {
            i += 1;
        }
        i
    }

    /// If `word` stands at `i`, the position after it.
    pub fn eat(&self, i: usize, word: &str) -> Option<usize> {
        self.rest(i).starts_with(word).then(|| i + word.chars().count())
    }

    /// The first of `words` that stands at `i`, and the position after it.
    pub fn eat_any<'w>(&self, i: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
        words.iter().find_map(|word| self.eat(i, word).map(|end| (*word, end)))
    }
}

/// Whether a character is one Chinese numbers are made of.
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || chinese_scale(c).is_some() || matches!(c, '廿' | '卅')
}

/// A number found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    pub value: f64,
    pub end: usize,
    /// Written with figures, at least in part.
    pub arabic: bool,
    /// "and more" inside the number: 40多, 20余, 十几.
    pub more: bool,
    /// Only a multiplier: 百, 千, 万. Without "nearly" or "over" before it, mostly part of an idiom.
    pub bare: bool,
    /// What a single coefficient was multiplied by: 1e4 in 50万; a range's first number borrows it.
    pub scale: f64,
}

/// The sum under construction while a number is read from left to right.
#[derive(Default)]
struct Sum {
    /// Closed groups, each with its multiplier.
    groups: Vec<(f64, f64)>,
    /// The open group of up to four digits, and its smallest multiplier so far.
    open: f64,
    open_unit: f64,
    /// A coefficient waiting for its multiplier, and whether it is written with figures.
    waiting: Option<(f64, bool)>,
    /// The last multiplier read, and whether a zero stood after it.
    last_unit: f64,
    zero: bool,
    coefficients: usize,
    first: f64,
}

impl Sum {
    fn coefficient(&mut self, value: f64, arabic: bool) -> Option<()> {
        if self.waiting.is_some() {
            return None;
        }
        if self.coefficients == 0 {
            self.first = value;
        }
        self.coefficients += 1;
        self.waiting = Some((value, arabic));
        Some(())
    }

    /// Multiplies; `None` where the order of multipliers makes no number (三百二千). A lesser
    /// multiplier with nothing before it counts once (三百十五, 一千零十二), a greater one takes what
    /// stands before it with it (五百千克).
    fn multiply(&mut self, unit: f64) -> Option<()> {
        if unit < 1e4 {
            if self.open_unit > 0.0 && unit >= self.open_unit && self.waiting.is_some() {
                return None;
            }
            match self.waiting.take() {
                Some((value, _)) => self.open += times(value, unit),
                None if self.open == 0.0 => self.open = unit,
                None if unit < self.open_unit => self.open += unit,
                None => self.open = times(self.open, unit),
            }
            self.open_unit = unit;
        } else {
            let mut value = self.open + self.waiting.take().map_or(0.0, |(value, _)| value);
            // 万亿, and 3万4千亿: a greater multiplier takes all that is smaller with it.
            while let Some(&(smaller, _)) = self.groups.last().filter(|(_, u)| *u < unit) {
                value += smaller;
                self.groups.pop();
            }
            if value == 0.0 {
                value = 1.0;
            }
            self.groups.push((times(value, unit), unit));
            self.open = 0.0;
            self.open_unit = 0.0;
        }
        self.last_unit = unit;
        self.zero = false;
        Some(())
    }

    fn total(&self) -> f64 {
        let mut total = self.groups.iter().map(|(value, _)| value).sum::<f64>() + self.open;
        if let Some((value, arabic)) = self.waiting {
            // 三万五 is 35,000, but 三万零五, 二十五 and 1万2000 are what they say.
            let short = !arabic && !self.zero && self.last_unit >= 100.0;
            let value = if short { times(value, self.last_unit / 10.0) } else { value };
            total = plus(total, value);
        }
        total
    }
}

/// Where the figures that begin at `i` end.
fn digits_from(chars: &[char], i: usize) -> usize {
    let rest = chars.get(i..).unwrap_or(&[]);
    i + rest.iter().take_while(|c| c.is_ascii_digit()).count()
}

/// Where the thousands end that one mark joins to the figures before `i`.
fn thousands_from(chars: &[char], i: usize, mark: char) -> usize {
    let mut end = i;
    let three = |i: usize| {
        let digits = chars.get(i..).unwrap_or(&[]).iter().take(4);
        digits.take_while(|c| c.is_ascii_digit()).count() == 3
    };
    // No number has more groups; a row of them must not be read to its end from each of them.
    let most = i + 4 * 12;
    while end < most && chars.get(end) == Some(&mark) && three(end + 1) {
        end += 4;
    }
    end
}

/// Figures with thousands separators and a decimal part: 12,000, 1'500'000, 1 500 000, .5.
fn arabic_at(chars: &[char], start: usize) -> Option<(f64, usize)> {
    let mut end = digits_from(chars, start);
    let decimals_alone =
        chars.get(start) == Some(&'.') && digits_from(chars, start + 1) > start + 1;
    if end == start && !decimals_alone {
        return None;
    }
    let leads = (1..=3).contains(&(end - start)) && chars[start] != '0';
    if leads {
        // A space alone parts two numbers as well: only 1 500 000 is surely one, and in no row of more; and 5 000
        // or 1 500, if what it counts stands behind it.
        let figure = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
        let in_row = start > 1 && chars[start - 1] == ' ' && figure(start - 2);
        let spaced = if in_row { end } else { thousands_from(chars, end, ' ') };
        let counts = || {
            let next = spaced + usize::from(chars.get(spaced) == Some(&' '));
            spaced == end + 4 && chars.get(next).is_some_and(|c| c.is_alphabetic() || *c == '%')
        };
        let one = (spaced >= end + 8 || counts())
            && !(chars.get(spaced) == Some(&' ') && figure(spaced + 1));
        let spaced = if one { spaced } else { end };
        end = thousands_from(chars, end, ',').max(thousands_from(chars, end, '\'')).max(spaced);
    }
    let mut written: String = chars[start..end].iter().filter(|c| c.is_ascii_digit()).collect();
    if chars.get(end) == Some(&'.') {
        let after = digits_from(chars, end + 1);
        if after > end + 1 {
            written.push('.');
            written.extend(&chars[end + 1..after]);
            end = after;
        }
    }
    written.parse().ok().map(|value| (value, end))
}

/// 点五 in 三点五: a digit with the decimals that follow it in words.
fn decimals_at(chars: &[char], whole: u32, start: usize) -> Option<(f64, usize)> {
    let mut end = start.checked_add(1)?;
    let mut written = whole.to_string() + ".";
    while let Some(d) = chars.get(end).copied().filter(|c| *c != '两').and_then(digit) {
        written.extend(char::from_digit(d, 10));
        end += 1;
    }
    let value = written.parse().ok()?;
    (chars.get(start) == Some(&'点') && end > start + 1).then_some((value, end))
}

/// The number that begins at `start`, in figures or Chinese words or both.
pub fn number_at(chars: &[char], start: usize) -> Option<Number> {
    let mut sum = Sum::default();
    let (mut i, mut arabic, mut more, mut bare) = (start, false, false, true);
    while let Some(&c) = chars.get(i) {
        if c.is_ascii_digit() || (c == '.' && i == start) {
            let (value, end) = arabic_at(chars, i)?;
            sum.coefficient(value, true)?;
            (i, arabic, bare) = (end, true, false);
            // 8 萬, as Taiwan sets it.
            let spaced = chars.get(i) == Some(&' ')
                && chars.get(i + 1).is_some_and(|c| matches!(c, '万' | '亿' | '兆'));
            i += usize::from(spaced);
        } else if let Some(d) = digit(c) {
            bare = false;
            i += 1;
            if d == 0 && sum.waiting.is_none() && sum.last_unit > 0.0 {
                sum.zero = true;
                continue;
            }
            sum.coefficient(f64::from(d), false)?;
            if let Some((value, end)) = decimals_at(chars, d, i) {
                sum.waiting = Some((value, false));
                i = end;
            }
        } else if matches!(c, '廿' | '卅') {
            sum.coefficient(if c == '廿' { 2.0 } else { 3.0 }, false)?;
            sum.multiply(10.0)?;
            (i, bare) = (i + 1, false);
        } else if let Some(unit) = chinese_scale(c).filter(|_| !begins_unit(chars, start, i)) {
            // 二十 and 十 alone are numbers; 百, 千 and 万 alone are mostly idiom.
            bare &= unit > 10.0;
            sum.multiply(unit)?;
            i += 1;
        } else if i > start && !more && is_and_more(chars, i) {
            more = true;
            i += 1;
        } else {
            break;
        }
        if more && chars.get(i).is_none_or(|c| chinese_scale(*c).is_none()) {
            break;
        }
    }
    if i == start {
        return None;
    }
    let value = sum.total();
    // 百余 is a number where 百 alone is an idiom's.
    bare &= !more;
    let single = sum.coefficients == 1 && sum.first > 0.0 && sum.waiting.is_none();
    // A product of scales is whole; only the division back to it may be off.
    let scale = if single { (value / sum.first).round() } else { 1.0 };
    Some(Number { value, end: i, arabic, more, bare, scale })
}

/// Whether the scale at `i` is the first character of a unit: 200万千瓦, 500千克, 20兆瓦. Right behind a Chinese
/// digit 千 is the number's: 三千米.
fn begins_unit(chars: &[char], start: usize, i: usize) -> bool {
    let is_unit = chars.get(i + 1).is_some_and(|next| number::begins_unit(chars[i], *next));
    is_unit && i > start && !(chars[i] == '千' && digit(chars[i - 1]).is_some())
}

/// 40多, 20余, 十几, 十来: but 来 and 几 only after a round number.
fn is_and_more(chars: &[char], i: usize) -> bool {
    let round = || matches!(chars.get(i.wrapping_sub(1)), Some('十' | '百' | '千'));
    match chars.get(i) {
        Some('多' | '余') => true,
        Some('几' | '来') => round(),
        _ => false,
    }
}

/// A year written digit by digit: 2024, 一九九0, 二〇二四.
pub fn year_digits(chars: &[char], start: usize) -> Option<(i32, usize)> {
    let mut year = 0;
    for i in start..start + 4 {
        let c = *chars.get(i)?;
        let d = c.to_digit(10).or_else(|| digit(c).filter(|_| c != '两'))?;
        year = year * 10 + d as i32;
    }
    let more = chars.get(start + 4).is_some_and(|c| c.is_ascii_digit() || digit(*c).is_some());
    (!more).then_some((year, start + 4))
}

/// A small number written digit by digit in words, as years of an era are: 一一三.
pub fn digits_at(chars: &[char], start: usize) -> Option<(u32, usize)> {
    let digit_at = |i: usize| chars.get(i).filter(|c| **c != '两').and_then(|c| digit(*c));
    let digits: Vec<u32> = (start..start + 4).map_while(digit_at).collect();
    let end = start + digits.len();
    let goes_on = chars.get(end).is_some_and(|c| is_numeral(*c) || c.is_ascii_digit());
    let value = digits.iter().fold(0, |value, digit| value * 10 + digit);
    ((2..=3).contains(&digits.len()) && !goes_on).then_some((value, end))
}

/// A year counted in words: 一千九百四十九, 两千零八.
pub fn year_words(chars: &[char], start: usize) -> Option<(i32, usize)> {
    let number = number_at(chars, start)?;
    let plain = !number.arabic && !number.more && !number.bare && number.value.fract() == 0.0;
    let year = (1000.0..2200.0).contains(&number.value);
    let thousand = chars.get(start..number.end)?.iter().any(|c| matches!(c, '千' | '仟'));
    (plain && year && thousand).then_some((number.value as i32, number.end))
}

/// A small whole number, as in months, days and regnal years: 8, 08, 十二, 廿三, 113.
pub fn small_at(chars: &[char], start: usize) -> Option<(u32, usize)> {
    let number = number_at(chars, start)?;
    let whole = number.value.fract() == 0.0 && number.value < 1000.0 && number.value >= 1.0;
    let plain = !number.more && !number.bare && !chars[start..number.end].contains(&',');
    (whole && plain).then_some((number.value as u32, number.end))
}

fn look_up(table: &[(&str, f64)], word: &str) -> Option<f64> {
    table.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

/// The Latin word at `i`: letters, up to the next character that is none.
pub fn word_at(chars: &[char], i: usize) -> (String, usize) {
    let is_letter = |c: &char| c.is_alphabetic() && !is_han(*c);
    let end = i + chars.get(i..).unwrap_or(&[]).iter().take_while(|c| is_letter(c)).count();
    (chars.get(i..end).unwrap_or(&[]).iter().collect(), end)
}

/// If `words` stand at `i`, the position after them.
fn words_end(chars: &[char], i: usize, words: &str) -> Option<usize> {
    let end = i + words.chars().count();
    let stand =
        chars.get(i..end)?.iter().zip(words.chars()).all(|(c, w)| c.eq_ignore_ascii_case(&w));
    (stand && !chars.get(end).is_some_and(char::is_ascii_alphanumeric)).then_some(end)
}

/// The position after "of a", or `i` itself, if a scale follows there: a quarter (of a) million.
fn before_scale(chars: &[char], i: usize) -> Option<usize> {
    let end = words_end(chars, i, " of a").unwrap_or(i);
    let joined = matches!(chars.get(end), Some(' ' | '-'));
    let (word, _) = word_at(chars, end + 1);
    (joined && look_up(&SCALES, &word).is_some()).then_some(end)
}

/// A number in English words, without its scale: three, twenty-five, two and a half.
///
/// "a", "half a" and "a quarter of a" before a scale are numbers too, but `bare`: only with the
/// scale.
pub fn words_at(chars: &[char], start: usize) -> Option<Number> {
    let (word, mut end) = word_at(chars, start);
    let article =
        |value, end| Number { value, end, arabic: false, more: false, bare: true, scale: 1.0 };
    if word.eq_ignore_ascii_case("a") {
        let part = [(" half", 0.5), (" quarter", 0.25)].iter().find_map(|(word, part)| {
            let end = before_scale(chars, words_end(chars, end, word)?)?;
            Some(article(*part, end))
        });
        return part.or(Some(article(1.0, end)));
    }
    if word.eq_ignore_ascii_case("half") && chars.get(end) == Some(&' ') {
        let (next, after) = word_at(chars, end + 1);
        return (next == "a").then(|| article(0.5, after));
    }
    let quarters = || {
        let end = [" quarters", "-quarters"].iter().find_map(|w| words_end(chars, end, w))?;
        before_scale(chars, end)
    };
    if word.eq_ignore_ascii_case("three")
        && let Some(end) = quarters()
    {
        return Some(article(0.75, end));
    }
    let mut value = look_up(&WORDS, &word)?;
    if value >= 20.0 && chars.get(end) == Some(&'-') {
        let (unit, after) = word_at(chars, end + 1);
        if let Some(unit) = look_up(&WORDS, &unit).filter(|unit| *unit < 10.0) {
            value += unit;
            end = after;
        }
    }
    if let Some(after) = words_end(chars, end, " and a half") {
        value += 0.5;
        end = after;
    }
    Some(Number { value, end, arabic: false, more: false, bare: false, scale: 1.0 })
}

/// The scale that stands after a number: million, or `bn` where `money` says what is counted.
pub fn scale_at(folded: &Folded, i: usize, money: bool) -> Option<(f64, usize)> {
    let mut from = folded.skip_spaces(i);
    if folded.at(from) == Some('-') {
        from += 1;
    }
    let (word, end) = word_at(&folded.chars, from);
    if let Some(scale) = look_up(&SCALES, &word) {
        return Some((scale, end));
    }
    let scale = look_up(&SHORT_SCALES, &word).filter(|_| money && from <= i + 1)?;
    Some((scale, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(f64, usize)> {
        let folded = Folded::new(text);
        number_at(&folded.chars, 0).map(|number| (number.value, folded.origin(number.end)))
    }

    #[test]
    fn numbers_in_both_scripts() {
        for (text, value) in [
            ("12", 12.0),
            ("12,000", 12_000.0),
            ("1'500'000", 1_500_000.0),
            ("1\u{202f}500", 1500.0),
            ("1 500 000", 1_500_000.0),
            (".5", 0.5),
            ("１２，０００", 12_000.0),
            ("1,100万", 11_000_000.0),
            ("25万6千", 256_000.0),
            ("25萬6千", 256_000.0),
            ("1万2000", 12_000.0),
            ("二十万亿", 2e13),
            ("二十萬億", 2e13),
            ("1.2万亿", 1.2e12),
            ("3万4千亿", 3.4e12),
            ("一亿二千万", 1.2e8),
            ("三千五百", 3500.0),
            ("三千零五", 3005.0),
            ("三万五", 35_000.0),
            ("兩千", 2000.0),
            ("两百三十", 230.0),
            ("廿三", 23.0),
            ("十", 10.0),
            ("十二", 12.0),
            ("一百零八", 108.0),
            ("三百十五", 315.0),
            ("一百十二", 112.0),
            ("一千十二", 1012.0),
            ("一千零十二", 1012.0),
            ("一百十万", 1_100_000.0),
            ("二百十三万", 2_130_000.0),
            ("五百千", 500_000.0),
            ("三点五亿", 3.5e8),
            ("2.33", 2.33),
            ("300多万", 3_000_000.0),
            ("1万多", 10_000.0),
            ("十几万", 100_000.0),
            ("7102億", 710_200_000_000.0),
        ] {
            assert_eq!(read(text), Some((value, text.len())), "{text}");
        }
        // A unit may begin as a scale does.
        for (text, value, unit) in [
            ("300万千瓦", 3_000_000.0, "千瓦"),
            ("五百千克", 500.0, "千克"),
            ("1500千米", 1500.0, "千米"),
            ("三千米", 3000.0, "米"),
            ("40兆瓦", 40.0, "兆瓦"),
            ("三兆字节", 3.0, "兆字节"),
            ("40兆元", 4e13, "元"),
        ] {
            assert_eq!(read(text), Some((value, text.len() - unit.len())), "{text}");
        }
        // What a double has only nearly: 1.1 times 1e8 is more than 110,000,000.
        for (text, value) in [
            ("1.1亿", 110_000_000.0),
            ("4.35万", 43_500.0),
            ("一点一亿", 110_000_000.0),
            ("零点七万亿", 7e11),
            ("1.15万亿", 1.15e12),
            ("十二点三五", 12.35),
        ] {
            assert_eq!(read(text), Some((value, text.len())), "{text}");
        }
        assert_eq!(number_at(&Folded::new("1.1亿").chars, 0).map(|read| read.scale), Some(1e8));
        assert_eq!(read("12 500"), Some((12.0, 2)));
        assert_eq!(read("100 200 300 4"), Some((100.0, 3)));
        assert_eq!(read("12\u{ff0c}135"), Some((12.0, 2)));
        assert_eq!(read("．"), None);
        assert_eq!(read("三四十"), None);
        assert_eq!(read("一九九〇"), None);
    }

    #[test]
    fn years_digit_by_digit() {
        for (text, year) in [
            ("1990", 1990),
            ("一九九0", 1990),
            ("二〇二四", 2024),
            ("二○○八", 2008),
            ("１９９０", 1990),
        ] {
            let folded = Folded::new(text);
            assert_eq!(year_digits(&folded.chars, 0), Some((year, 4)), "{text}");
        }
        for (text, year) in [("一千九百四十九", 1949), ("兩千零八", 2008), ("二千零十九", 2019)]
        {
            let folded = Folded::new(text);
            assert_eq!(year_words(&folded.chars, 0), Some((year, folded.count())), "{text}");
        }
        assert_eq!(digits_at(&Folded::new("一一三年").chars, 0), Some((113, 3)));
        assert_eq!(digits_at(&Folded::new("一一三十").chars, 0), None);
        assert_eq!(year_digits(&Folded::new("20245").chars, 0), None);
        assert_eq!(year_digits(&Folded::new("202").chars, 0), None);
    }

    #[test]
    fn the_way_back_to_the_passage() {
        let folded = Folded::new("😀１２，０００名𠀀");
        assert_eq!(folded.text, "😀12,000名𠀀");
        assert_eq!(folded.origin(1), 4);
        assert_eq!(folded.origin(7), 4 + 6 * 3);
        assert_eq!(folded.index_of("😀12".len()), 3);
        assert_eq!(folded.origin(folded.count()), "😀１２，０００名𠀀".len());
    }
}
