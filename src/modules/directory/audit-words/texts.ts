import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

/** What the acts and records of the directory are called in the audit. */
const vi = {
  acts: {
    'directory.tenant.create': 'Lập xã hoặc tỉnh',
    'directory.unit.create': 'Lập đơn vị',
    'directory.officer.create': 'Thêm cán bộ',
    'directory.officer.open': 'Xem danh sách cán bộ',
    'directory.account.create': 'Mở tài khoản',
    'directory.session.open': 'Đăng nhập',
    'directory.session.close': 'Đăng xuất',
  },
  kinds: {
    tenant: 'Xã, tỉnh',
    unit: 'Đơn vị',
    officer: 'Cán bộ',
    account: 'Tài khoản',
    session: 'Phiên đăng nhập',
  },
  fields: {
    name: 'Tên',
    slug: 'Tên trong địa chỉ',
    units: 'Đơn vị',
    created: 'Số đơn vị mới',
    fullName: 'Họ và tên',
    unitId: 'Đơn vị',
    positionTitle: 'Chức vụ',
    isHead: 'Là người đứng đầu',
    signInName: 'Tên đăng nhập',
    officerId: 'Cán bộ',
    roles: 'Vai trò',
    officers: 'Số cán bộ',
    fields: 'Thông tin đã xem',
    unit: 'Đơn vị',
    title: 'Chức vụ, tên',
  },
  systems: { 'set-up': 'Thiết lập ban đầu' },
  values: {
    roles: {
      focal: 'đầu mối cải cách hành chính',
      'unit-head': 'trưởng đơn vị',
      officer: 'công chức',
      leader: 'lãnh đạo',
      clerk: 'một cửa',
      community: 'cộng đồng',
      province: 'cấp tỉnh',
      admin: 'quản trị',
      auditor: 'giám sát',
    },
    fields: { fullName: 'họ và tên', positionTitle: 'chức vụ', unitName: 'đơn vị' },
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
