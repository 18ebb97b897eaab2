/**
 * The kinds of units that a commune's plan names, and how they are written, on bare letters.
 *
 * A pattern covers full names, abbreviations and slips of one kind; `{level}` in a name stands for xã, phường, đặc
 * khu. Order matters only between kinds of equal length: the longest match wins.
 */
export interface UnitKind {
  readonly name: string;
  readonly written: RegExp;
}

const PEOPLES_COMMITTEE = '(?:u[bn]nd|uy ban nhan dan)';
const COUNCIL = '(?:hdnd|hoi dong nhan dan)';
const OFFICE = '(?:van phong|vp)\\s*\\.?';
const ROOM = '(?:phong|p)\\s*\\.?\\s*';

export const UNIT_KINDS: readonly UnitKind[] = [
  kind('Văn phòng HĐND và UBND', `${OFFICE}\\s*${COUNCIL}\\s*(?:&|va|-|,|/)?\\s*${PEOPLES_COMMITTEE}`),
  kind('Văn phòng HĐND và UBND', `${OFFICE}\\s*${PEOPLES_COMMITTEE}(?!\\s*(?:tinh|thanh pho|tp))`),
  kind('Văn phòng HĐND và UBND', '(?:van phong|vp)(?=\\s*(?:[,;./+&-]|$|\\bva\\b|\\bxa\\b|\\bphuong\\b))'),
  kind('Văn phòng Đảng ủy', '(?:van phong|vp)\\s*(?:dang uy|du)\\b'),
  kind(
    'Phòng Văn hóa - Xã hội',
    `(?:${ROOM})?(?:van hoa\\s*(?:-|va|,|&)?\\s*xa hoi|vh\\s*(?:-|&|,)?\\s*xh+|vhxxh)`,
  ),
  kind('Phòng Kinh tế', `(?:${ROOM})(?:kinh te|kt)(?![a-z])|pkt\\b`),
  kind(
    'Phòng Kinh tế, Hạ tầng và Đô thị',
    `(?:${ROOM})(?:(?:kinh te|kt)\\s*(?:,|-|va|&)?\\s*(?:ha tang|ht)\\s*(?:,|-|va|&)?\\s*(?:do thi|dt))`,
  ),
  kind(
    'Phòng Kinh tế và Hạ tầng',
    `(?:${ROOM})(?:kinh te\\s*(?:,|-|va|&)\\s*ha tang|kt\\s*(?:,|-|va|&)?\\s*ht\\b)`,
  ),
  kind(
    'Trung tâm Phục vụ hành chính công',
    '(?:trung tam|tt|trungtam)?\\s*\\.?\\s*(?:phuc vu|pv)\\s*(?:hanh chinh\\s*(?:cong)?|hc\\s*cong|hcc)\\b|(?:trung tam|tt)\\s*(?:hanh chinh cong|hcc)\\b',
  ),
  kind(
    'Điểm Phục vụ hành chính công',
    'diem\\s*(?:phuc vu|dich vu|pv|dv|tiep nhan)\\s*(?:hanh chinh\\s*(?:cong)?|hc\\s*cong|hcc)\\b',
  ),
  kind('Bộ phận Một cửa', '(?:bo phan|bp)\\s*(?:mot cua|1 cua|tiep nhan va tra ket qua|tn\\s*&?\\s*tkq)'),
  kind('Trung tâm Dịch vụ tổng hợp', '(?:trung tam|tt)\\s*(?:dich vu|dv)\\s*(?:tong hop|th)\\b'),
  kind(
    'Trung tâm Dịch vụ sự nghiệp công',
    '(?:trung tam|tt)\\s*(?:dich vu|dv)\\s*(?:su nghiep cong|sn cong|snc)\\b',
  ),
  kind(
    'Trung tâm Cung ứng dịch vụ sự nghiệp công',
    '(?:trung tam|tt)\\s*cung ung\\s*(?:dich vu|dv)\\s*(?:su nghiep cong|su nghiep|cong|snc)\\b',
  ),
  kind(
    'Trung tâm Văn hóa, Thông tin và Thể thao',
    '(?:trung tam|tt)\\s*van hoa\\s*[,-]?\\s*thong tin\\s*(?:,|-|va)\\s*the thao',
  ),
  kind(
    'Công an {level}',
    'cong an(?!\\s*(?:tinh|thanh pho))|ca(?=\\s*(?:(?:xa|phuong|dac khu)\\b|[,;./+&)]|$))|ca[xp]\\b',
  ),
  kind(
    'Ban Chỉ huy Quân sự {level}',
    '(?:(?:ban\\s*)?(?:chi huy|ch)\\s*(?:quan su|qs)|bch\\s*(?:quan su|qs)|quan su(?=\\s*(?:xa|phuong)))',
  ),
  kind(
    'Ủy ban Mặt trận Tổ quốc Việt Nam {level}',
    `(?:(?:uy ban|uy ban trung uong|ub)\\s*\\.?\\s*)?(?:mat tran to quoc|mttq)(?:\\s*(?:viet nam|vn))?`,
  ),
  kind(
    'Đoàn Thanh niên {level}',
    'doan(?=\\s*(?:xa|phuong|dac khu)\\b)|doan tncs(?:\\s*(?:hcm|ho chi minh))?|doan\\s*(?:thanh nien|tn)(?:\\s*(?:cong san ho chi minh|cshcm|cs hcm))?',
  ),
  kind('Hội Liên hiệp Phụ nữ {level}', 'hoi\\s*(?:lien hiep\\s*)?(?:phu nu|lhpn|pn)\\b(?:\\s*viet nam)?'),
  kind('Hội Nông dân {level}', 'hoi\\s*(?:nong dan|nd)\\b'),
  kind('Hội Cựu chiến binh {level}', 'hoi\\s*(?:cuu chien binh|ccb)\\b'),
  kind('Trạm Y tế {level}', 'tram y te|tyt\\b'),
  kind('Bưu điện {level}', 'buu dien(?:\\s*van hoa)?'),
  kind('Đài Truyền thanh {level}', '(?:dai|tram)\\s*truyen thanh'),
  kind('Thanh tra nhân dân {level}', '(?:ban\\s*)?thanh tra nhan dan'),
  kind('Tổ Công nghệ số cộng đồng', '(?:cac\\s*)?to\\s*(?:(?:cong nghe so|cns)\\s*cong dong|cnscd\\b)'),
  kind('Tổ Chuyển đổi số cộng đồng', '(?:cac\\s*)?to\\s*(?:(?:chuyen doi so|cds)\\s*cong dong|cdscd\\b)'),
  kind('UBND {level}', `${PEOPLES_COMMITTEE}(?=\\s*(?:[,;.]|$|xa\\b|phuong\\b|dac khu\\b|thi tran\\b))`),
  kind('HĐND {level}', `${COUNCIL}(?=\\s*(?:[,;.]|$|xa\\b|phuong\\b|dac khu\\b|thi tran\\b))`),
  kind('Thường trực HĐND {level}', `(?:thuong truc|tt)\\s*${COUNCIL}`),
  kind('Thường trực Đảng ủy {level}', '(?:thuong truc|tt)\\s*dang uy'),
  kind('Đảng ủy {level}', 'dang uy'),
];

function kind(name: string, written: string): UnitKind {
  return { name, written: new RegExp(`(?:${written})`, 'y') };
}

/** The first word of a unit of a kind that has a free name: "Ban Quản lý…", "Chi nhánh…", "Sở Nội vụ". */
export const UNIT_START =
  /(?:phong|p\.|van phong|trung tam|ban(?! hanh)|hoi|doi|doan|to(?! chuc)(?= [a-z])|tram|so(?! (?:lieu|luong|ket|hoa|nha|ho|nguoi|luot))|chi cuc|cuc|chi nhanh|truong(?! (?:cac|phong|ban|thon))|cong ty|dien luc|ngan hang|kho bac|thue|hat|don|bo(?= [a-z])|toa an|vien|quy(?! (?:[ivl\d]|hang))|hop tac xa|bao hiem|nha van hoa|viettel|vnpt|cong doan|lien doan|mat tran|buu cuc|ubnd|hdnd|dang uy|dang bo|thuong truc|bo phan|diem|dai|thon(?= \S)|xom(?= \S)|ap(?= \S)|buon(?= \S)|khu pho(?= \S)|to dan pho(?= \S)|lang(?= \S)|bcd|ubkt|uy ban)(?![a-z])/y;

/** Persons that stand where a unit is expected; kept as printed. */
export const PERSON_START =
  /(?:(?:dong chi|d\/c|d\.c)\s+)?(?:chu tich|pho chu tich|truong (?:cac|phong|ban|thon|tram)|pho truong|thu truong|giam doc|pho giam doc|chanh van phong|cong chuc|lanh dao|bi thu|nguoi dung dau|thanh vien|nguoi dan|nhan dan|ho kinh doanh|doanh nghiep|hieu truong|can bo|ong|ba|truong)(?![a-z])/y;

/** Who leads a unit, where the unit is meant: "Chánh Văn phòng HĐND và UBND", "Trưởng Công an xã". */
export const HEAD_OF_UNIT =
  /(?:pho )?(?:(?:truong|chanh|giam doc|chi huy truong)\s+(?=phong|p\.|van phong|vp|cong an|ca[ xp]|trung tam|tt|tram|ban|bch)|(?:chu tich|bi thu)\s+(?=hoi (?!dong)|doan|mttq|ub\.?\s?mttq|uy ban (?:mttq|mat tran)|mat tran))/y;
