import { communeUnits, type PersonPlan, type TenantPlan } from '#modules/directory/tenant/fixtures.ts';

/** The password of every demo account, printed at the start: demo data is for everyone to see. */
export const demoPassword = 'sauro-demo';

export interface DemoCommune {
  /** First part of its sign-in names. */
  readonly key: string;
  readonly name: string;
  readonly slug: string;
  /** The plan under `seed/plans`; a commune without one is for trying the import. */
  readonly planFile: string | undefined;
  /** The commune in which signatures are shown. */
  readonly hasSignedPapers?: true;
  /** The commune whose plan asks for the monthly evaluation of unit heads, and which shows it. */
  readonly hasReviews?: true;
  /** Its units are in the middle of reporting. */
  readonly hasReports?: true;
  /** The commune whose people have chosen how they are told, and got letters of a morning. */
  readonly tellsMornings?: true;
  /** The commune that chases what is late by letters and sheets. */
  readonly chasesLateWork?: true;
}

/** Five communes with their plans as issued, and an empty one. */
export const demoCommunes: readonly DemoCommune[] = [
  {
    key: 'dongky',
    name: 'xã Đồng Kỳ (demo)',
    slug: 'dong-ky',
    planFile: 'dong-ky-2026.docx',
    hasReports: true,
    hasSignedPapers: true,
    tellsMornings: true,
    chasesLateWork: true,
  },
  {
    key: 'danhoa',
    name: 'xã Dân Hòa (demo)',
    slug: 'dan-hoa',
    planFile: 'dan-hoa-2026.docx',
    hasReviews: true,
  },
  { key: 'anlao', name: 'xã An Lão (demo)', slug: 'an-lao', planFile: 'an-lao-2026.txt' },
  { key: 'hungthinh', name: 'xã Hưng Thịnh (demo)', slug: 'hung-thinh', planFile: 'hung-thinh-2025.txt' },
  { key: 'daithanh', name: 'xã Đại Thanh (demo)', slug: 'dai-thanh', planFile: 'dai-thanh-2026-2030.docx' },
  { key: 'thunghiem', name: 'xã Thử Nghiệm (demo)', slug: 'thu-nghiem', planFile: undefined },
];

const provinceName = 'Tỉnh Trình Diễn (demo)';
const [office, culture, economy, centre] = communeUnits as [string, string, string, string];

/** One person of each role in a commune; the second part of the sign-in name tells the role. */
const posts: readonly (Omit<PersonPlan, 'signInName' | 'password'> & {
  readonly part: string;
  readonly label: string;
})[] = [
  {
    part: 'daumoi',
    label: 'Công chức đầu mối',
    fullName: 'Nguyễn Thị Mai (demo)',
    unit: culture,
    title: 'Công chức đầu mối CCHC',
    isHead: false,
    role: 'focal',
  },
  {
    part: 'lanhdao',
    label: 'Phó Chủ tịch UBND',
    fullName: 'Trần Văn Bình (demo)',
    unit: office,
    title: 'Phó Chủ tịch UBND',
    isHead: true,
    role: 'leader',
  },
  {
    part: 'chutich',
    label: 'Chủ tịch UBND',
    fullName: 'Ngô Đức Thành (demo)',
    unit: office,
    title: 'Chủ tịch UBND',
    isHead: false,
    role: 'leader',
  },
  {
    part: 'truongphong',
    label: 'Trưởng phòng',
    fullName: 'Lê Thị Hạnh (demo)',
    unit: culture,
    title: 'Trưởng phòng',
    isHead: true,
    role: 'unit-head',
  },
  {
    part: 'chuyenvien',
    label: 'Chuyên viên',
    fullName: 'Phạm Văn Sơn (demo)',
    unit: economy,
    title: 'Chuyên viên',
    isHead: false,
    role: 'officer',
  },
  {
    part: 'motcua',
    label: 'Một cửa',
    fullName: 'Vũ Thị Lan (demo)',
    unit: centre,
    title: 'Công chức một cửa',
    isHead: false,
    role: 'clerk',
  },
  {
    part: 'thon',
    label: 'Trưởng thôn',
    fullName: 'Hoàng Văn Tâm (demo)',
    unit: office,
    title: 'Trưởng thôn',
    isHead: false,
    role: 'community',
  },
  {
    part: 'quantri',
    label: 'Quản trị',
    fullName: 'Đỗ Minh Quang (demo)',
    unit: office,
    title: 'Công chức công nghệ thông tin',
    isHead: false,
    role: 'admin',
  },
  {
    part: 'kiemtra',
    label: 'Kiểm tra',
    fullName: 'Bùi Thị Ngọc (demo)',
    unit: office,
    title: 'Công chức kiểm tra',
    isHead: false,
    role: 'auditor',
  },
];

/** The demo province with its officer. */
export const provincePlan: TenantPlan = {
  kind: 'province',
  name: provinceName,
  level: 'tinh',
  slug: 'tinh-trinh-dien',
  provinceName,
  parentId: null,
  isDemo: true,
  units: ['Sở Nội vụ'],
  people: [
    {
      fullName: 'Đặng Thị Hương (demo)',
      unit: 'Sở Nội vụ',
      title: 'Chuyên viên',
      isHead: false,
      role: 'province',
      signInName: 'tinh.canbo',
      password: demoPassword,
    },
  ],
};

/** A demo commune under the demo province. */
export function communePlan(commune: DemoCommune, provinceId: string): TenantPlan {
  return {
    kind: 'commune',
    name: commune.name,
    level: 'xa',
    slug: commune.slug,
    provinceName,
    parentId: provinceId,
    isDemo: true,
    units: communeUnits,
    people: posts.map(({ part, label: _label, ...person }) => ({
      ...person,
      signInName: `${commune.key}.${part}`,
      password: demoPassword,
    })),
  };
}

/** Every demo sign-in that a newcomer is told: all roles of the first commune, the focal officers of the others. */
export function signInNames(): { commune: string; role: string; name: string }[] {
  const [first, ...others] = demoCommunes;
  const focal = posts[0]?.label ?? '';
  return [
    ...posts.map(({ part, label }) => ({
      commune: first?.name ?? '',
      role: label,
      name: `${first?.key}.${part}`,
    })),
    ...others.map((commune) => ({ commune: commune.name, role: focal, name: `${commune.key}.daumoi` })),
    { commune: provinceName, role: 'Chuyên viên Sở Nội vụ', name: 'tinh.canbo' },
  ];
}
