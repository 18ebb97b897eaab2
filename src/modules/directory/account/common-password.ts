/** Words that people put digits and signs around: from published lists of leaked passwords, Vietnamese ones first. */
const stems: ReadonlySet<string> = new Set(
  `matkhau matkhaumoi matkhaucu matkhaumacdinh doimatkhau khongcomatkhau khongbiet khongnho quenmatkhau dangnhap
  taikhoan quantri quantrivien nguoidung admin administrator root user guest test demo default password passw passwd
  pass letmein welcome changeme secret login master iloveyou iloveu qwerty qwertyuiop qwertyui asdfgh asdfghjkl zxcvbn
  zxcvbnm qazwsx qazwsxedc qweasdzxc abc abcd abcde abcdef abcdefgh abcdefghij abcabc aaa aaaaaaaaaa p@ssw0rd p@ssword
  pa$$word anhyeuem emyeuanh anhnhoem emnhoanh yeuem yeuanh emyeu anhyeu toiyeuem toiyeuvietnam yeuvietnam vietnam
  vietnamvodich vietnamoi hanoi hochiminh saigon danang haiphong cantho sinhnhat giadinh hanhphuc maimai motminh
  conyeume conyeubo yeume meyeu bome congchua hoangtu thienthan tinhyeu cogang thanhcong maymanh phattai chucmungnammoi
  xinchao chaoban chaobuoisang chaocacban nguyen nguyenvan nguyenthi nguyenvana tranvan congan ubnd ubndxa ubndphuong
  uybannhandan xaphuong canbo congchuc motcua cchc caicach caicachhanhchinh hanhchinhcong sauro chinhphu daibieu dangbo
  computer internet google facebook zalo youtube samsung iphone dragon monkey football superman pokemon sunshine
  princess starwars trustno whatever michael jordan liverpool manchester barcelona realmadrid chelsea arsenal`.split(
    /\s+/,
  ),
);

/** Runs along the keyboard, the alphabet or the digits, in either direction. */
const runs = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * Whether a password is one of those tried first: a well-known word with digits and signs around it, one run along the
 * keyboard, or a few characters over and over. Marks, capitals and spaces do not hide the word.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\s]/g, '')
    .replaceAll('\u0111', 'd');
  if (stems.has(plain) || stems.has(plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, ''))) return true;
  return /^(.{1,4}?)\1+.?$/.test(plain) || runs.some((run) => isRun(plain, run));
}

function isRun(text: string, run: string): boolean {
  return `${run}${run}`.includes(text) || [...`${run}${run}`].toReversed().join('').includes(text);
}
