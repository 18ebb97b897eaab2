import reference from '../../../seed/reference/document-layout.json' with { type: 'json' };

/** Sizes of a sheet and looks of each element of a paper, by the rules that hold on one day. */
export interface PageLayout {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginsMm: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly fontFamily: string;
  readonly firstLineIndentMm: number;
  readonly paragraphGapPt: number;
  /** Multiple of a single line. */
  readonly lineSpacing: number;
  /** How long the rules are, as a part of the text above them. */
  readonly rules: { readonly issuer: number; readonly subject: number; readonly motto: number };
  readonly looks: Readonly<Record<ElementName, Look>>;
  readonly tableSizePt: number;
  /** The national heading, the only words that the rules themselves give. */
  readonly nation: string;
  readonly motto: string;
}

export interface Look {
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly upper: boolean;
}

/** Our names of the elements that a paper of ours may have, by the names in the reference data. */
const ELEMENTS = {
  nation: 'quoc_hieu',
  motto: 'tieu_ngu',
  superior: 'co_quan_chu_quan',
  issuer: 'co_quan_ban_hanh',
  number: 'so_ky_hieu',
  placeAndDate: 'dia_danh_ngay',
  kind: 'ten_loai',
  subject: 'trich_yeu',
  letterSubject: 'trich_yeu_cv',
  basis: 'can_cu',
  body: 'noi_dung',
  addressees: 'kinh_gui',
  chapter: 'phan_chuong',
  section: 'muc',
  article: 'dieu',
  authority: 'quyen_han',
  position: 'chuc_vu',
  signer: 'ho_ten',
  recipientsLabel: 'noi_nhan_label',
  recipient: 'noi_nhan_list',
  urgency: 'dau_khan',
  annexLabel: 'phu_luc_label',
  annexTitle: 'phu_luc_title',
  annexNote: 'phu_luc_kem',
  pageNumber: 'so_trang',
} as const;

export type ElementName = keyof typeof ELEMENTS;

type Version = (typeof reference.versions)[number];

/**
 * The layout rules that hold on a day (YYYY-MM-DD); before the first and after the last known, the nearest.
 *
 * Where the rules leave a range, the sheet takes the narrowest margins, the first line the widest indent, lines stand
 * single, and type has the size of the rules' own sample.
 *
 * @law nd-30-2020 pl1
 */
export function pageLayoutOn(day: string): PageLayout {
  const version = versionOn(day);
  const { page, body } = version;
  return {
    widthMm: page.widthMm,
    heightMm: page.heightMm,
    marginsMm: {
      top: least(page.marginsMm.top),
      bottom: least(page.marginsMm.bottom),
      left: least(page.marginsMm.left),
      right: least(page.marginsMm.right),
    },
    fontFamily: page.fontFamily,
    firstLineIndentMm: Math.max(...body.firstLineIndentMm),
    paragraphGapPt: body.paragraphGapPtMin,
    lineSpacing: least(body.lineSpacing),
    rules: {
      issuer: Math.max(...version.rules.underIssuer),
      subject: least(version.rules.underSubject),
      motto: version.rules.underMotto,
    },
    looks: looksOf(version),
    tableSizePt: version.tables.sampleSizePt,
    nation: exampleOf(version, ELEMENTS.nation),
    motto: exampleOf(version, ELEMENTS.motto),
  };
}

function versionOn(day: string): Version {
  const [first, ...later] = reference.versions;
  if (first === undefined) throw new RangeError('The reference of layouts has no version');
  return later.findLast((version) => version.validFrom <= day) ?? first;
}

function looksOf(version: Version): PageLayout['looks'] {
  const looks = Object.entries(ELEMENTS).map(([name, id]) => {
    const { sampleSizePt, sizePt, bold, italic, upper } = elementOf(version, id);
    return [name, { sizePt: sampleSizePt ?? least(sizePt ?? []), bold, italic, upper }];
  });
  return Object.fromEntries(looks) as PageLayout['looks'];
}

function exampleOf(version: Version, id: string): string {
  return elementOf(version, id).example ?? '';
}

function elementOf(version: Version, id: string): Version['elements'][number] {
  const element = version.elements.find((candidate) => candidate.id === id);
  if (element === undefined) throw new RangeError(`The reference of layouts has no element ${id}`);
  return element;
}

function least(range: readonly number[]): number {
  return Math.min(...range);
}
