/** What a column of a plan's table holds. */
export type ColumnRole =
  | 'seq'
  | 'section'
  | 'objective'
  | 'task'
  | 'activity'
  | 'product'
  | 'product-and-due'
  | 'chair_leader'
  | 'person'
  | 'lead'
  | 'coordinators'
  | 'lead-and-coordinators'
  /** One unit by name, its part marked in the rows. */
  | 'unit'
  | 'due'
  | 'start'
  | 'end'
  | 'quarter'
  | 'month'
  | 'year'
  | 'target'
  | 'measure'
  | 'baseline'
  | 'report'
  | 'note'
  | 'other';

const WHO =
  '(?:co quan|don vi|phong|bo phan|noi(?! dung)|to chuc|ban nganh|nganh|dau moi|thanh phan|cap|doi tuong|luc luong)';
const OFFICER = '(?:nguoi|can bo|cong chuc|chuyen vien|vien chuc|ca nhan|nhan su)';
const DOES =
  '(?:thuc hien|phu trach|dau moi|tham muu|trach nhiem|to chuc thuc hien|trien khai|giao|chu quan|thuong truc|theo doi)';

/**
 * How headers name their column, on bare words; the first rule that fits decides.
 *
 * Narrow names stand before wide ones: "Nội dung/sản phẩm" is a product, "Cơ quan chủ trì, phối hợp" both units,
 * "Kết quả thực hiện năm 2025" a state reached before the plan.
 */
export const COLUMN_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['seq', /^(?:tt|stt|s tt|so tt|so thu tu|thu tu|so|ma|ma so|ma so nhiem vu|ma nhiem vu|ma nv|ky hieu|no)$/],
  [
    'baseline',
    /\b(?:hien trang|thuc trang|nam goc|ky goc|uoc thuc hien|da dat)\b|^(?:ket qua|thuc hien|da thuc hien|dat duoc)(?: thuc hien| dat duoc)?(?: nam)? 20\d\d$/,
  ],
  [
    'product-and-due',
    /\b(?:san pham|ket qua)\b.*\b(?:thoi gian|thoi han|tien do|han)\b|\b(?:thoi gian|thoi han|tien do)\b.*\bva (?:san pham|ket qua)\b/,
  ],
  ['start', /\bbat dau\b|\btu ngay$|^tu$|\b(?:thoi gian|thoi han|tien do) tu$|\b(?:khoi dong|khoi dau)\b/],
  [
    'end',
    /\bket thuc\b|\bden ngay$|^den$|\b(?:thoi gian|thoi han|tien do)\b.*\bden$|\b(?:thoi gian|tien do)\b.*\bhoan thanh$/,
  ],
  ['measure', /\b(?:don vi tinh|dvt|d v t|dv tinh|don vi do|don vi do luong)\b/],
  ['report', /^(?:ten |loai |ky |che do |cac )*bao cao(?: dinh ky)?$|^ky bao cao\b/],
  [
    'product',
    /\b(?:san pham|ket qua|dau ra|minh chung|tai lieu kiem chung|hinh thuc (?:van ban|ban hanh)|loai van ban)\b/,
  ],
  ['lead-and-coordinators', /\bchu tri\b.*\bphoi hop\b|\bphoi hop\b.*\bchu tri\b/],
  [
    'coordinators',
    new RegExp(
      `\\bphoi hop\\b|\\b${WHO}\\b.*\\b(?:cung|tham gia|ho tro|lien quan)\\b|^(?:tham gia|cung thuc hien)$`,
    ),
  ],
  [
    'chair_leader',
    /\b(?:lanh dao|nguoi chi dao|dong chi|nguoi dung dau|thuong truc ubnd)\b|^(?:nguoi |don vi )?chi dao\b|^(?:pct|pho chu tich|chu tich)\b/,
  ],
  [
    'person',
    new RegExp(
      `\\b${OFFICER}\\b.*\\b(?:${DOES}|chu tri|chiu trach nhiem)\\b|^${OFFICER}$|\\bphu trach chinh\\b`,
    ),
  ],
  [
    'lead',
    new RegExp(
      `\\bchu tri\\b|\\b${WHO}\\b.*\\b${DOES}\\b|^(?:don vi|co quan|bo phan|phong ban|phu trach|trach nhiem|chiu trach nhiem|phan cong|tham muu|dau moi|thuc hien|ai lam|noi lam)(?:\\b(?! tinh))|\\bphan cong\\b|\\bgiao cho\\b`,
    ),
  ],
  ['note', /\b(?:ghi chu|chu thich|luu y)\b/],
  [
    'task',
    /^(?:ten |cac )*(?:nhiem vu|cong viec|dau viec|noi dung(?: nhiem vu| cong viec)?) (?:co|thuong xuyen|trong|dinh ky|phai|duoc|can|nam)\b/,
  ],
  [
    'due',
    /\b(?:thoi gian|thoi han|thoi diem|thoi ky|tien do|hoan thanh|ky han|han chot|han cuoi|moc|lo trinh|khi nao|bao gio|tan suat|dinh ky|chu ky|ngay xong|deadline)\b|^han\b(?! che)/,
  ],
  [
    'section',
    /^(?:linh vuc|mang(?: cong tac| noi dung)?|truc|nhom(?: nhiem vu(?! nhiem vu)| noi dung| cong viec| linh vuc)?|noi dung (?:cchc|cai cach(?: hanh chinh)?)|phan|chuong)\b(?!.*\b(?:tieu|cu the|viec|dau)\b)/,
  ],
  [
    'activity',
    /^(?!nhiem vu).*\b(?:hoat dong|giai phap|bien phap|cac buoc|noi dung chi tiet|cach lam)\b|\b(?:cong viec|noi dung|nhiem vu|viec) (?:cu the|chi tiet)\b/,
  ],
  ['task', /\b(?:nhiem vu|noi dung|cong viec|dau viec|ten viec|phan viec|viec|hang muc)\b/],
  ['target', /\b(?:chi tieu|gia tri|muc phan dau|phan dau)\b/],
  ['objective', /\bmuc tieu\b/],
];

/** The words of a ticked cell. */
export const TICK = /^(?:x|v|✓|✔|☑|☒|√|●|•|■|▪|◼|\*|\+|1|có|co)$/iu;
