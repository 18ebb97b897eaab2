/** What a column of a plan's table holds. */
export type ColumnRole =
  | 'seq'
  | 'objective'
  | 'task'
  | 'activity'
  | 'product'
  | 'chair_leader'
  | 'lead'
  | 'coordinators'
  | 'lead-and-coordinators'
  | 'due'
  | 'start'
  | 'end'
  | 'quarter'
  | 'month'
  | 'year'
  | 'target'
  | 'measure'
  | 'note'
  | 'other';

/**
 * How headers name their column, on bare words; the first rule that fits decides.
 *
 * Narrow names stand before wide ones: "Nội dung/sản phẩm" is a product, "Cơ quan chủ trì, phối hợp" both units.
 */
export const COLUMN_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['seq', /^(?:tt|stt|s tt|so tt|so thu tu|so)$/],
  ['quarter', /\bquy (?:i{1,3}|iv|[1-4])$|\b(?:thoi gian|tien do|quy)\b.* (?:i{1,3}|iv|q[1-4])$|^q[1-4]$/],
  [
    'month',
    /\bthang (?:1[0-2]|0?[1-9])$|\b(?:thoi gian|tien do|thang)\b.* (?:t ?)?(?:1[0-2]|0?[1-9])$|^t(?:1[0-2]|[1-9])$/,
  ],
  ['year', /(?:^|\b(?:nam|muc|ke hoach|chi tieu|gia tri|den) )20\d\d$/],
  ['start', /\bbat dau\b|\btu ngay$|\btu$/],
  ['end', /\bket thuc\b|\bden ngay$|\b(?:thoi gian|thoi han|tien do)\b.*\bden$/],
  ['measure', /\b(?:don vi tinh|dvt|don vi do)\b/],
  ['product', /\b(?:san pham|ket qua|dau ra|minh chung)\b/],
  ['lead-and-coordinators', /\bchu tri\b.*\bphoi hop\b|\bphoi hop\b.*\bchu tri\b/],
  ['coordinators', /\bphoi hop\b/],
  ['chair_leader', /\b(?:lanh dao|nguoi chi dao|dong chi|nguoi phu trach|can bo phu trach)\b/],
  [
    'lead',
    /\bchu tri\b|\b(?:co quan|don vi|phong|bo phan|noi|to chuc)\b.*\b(?:thuc hien|phu trach|dau moi|tham muu|trach nhiem)\b|^(?:don vi|co quan|phu trach|trach nhiem|phan cong|tham muu|dau moi)|\bphan cong\b/,
  ],
  ['note', /\bghi chu\b/],
  ['due', /\b(?:thoi gian|thoi han|thoi diem|tien do|hoan thanh|ky han|han)\b/],
  [
    'activity',
    /\b(?:hoat dong|giai phap|bien phap|cac buoc|noi dung chi tiet)\b|\b(?:cong viec|noi dung|nhiem vu|viec) cu the\b/,
  ],
  ['task', /\b(?:nhiem vu|noi dung|cong viec|dau viec|ten viec|phan viec)\b/],
  ['target', /\bchi tieu\b/],
  ['objective', /\bmuc tieu\b/],
];

/** The words of a ticked cell. */
export const TICK = /^(?:x|v|✓|✔|☑|☒|√|●|•|\*|\+|1|có|co)$/iu;
