import { LinkButton } from '../button/button.tsx';
import { examples as tableExamples } from '../table/table.examples.tsx';
import type { FrameExample } from '../gallery/example.ts';
import { PageHead } from '../page-head/page-head.tsx';
import { StaffFrame } from './staff-frame.tsx';

export const frames: FrameExample[] = [
  {
    name: 'staff-frame',
    render: (stylesheets) => (
      <StaffFrame
        lang="vi"
        title="Nhiệm vụ · xã Đồng Kỳ · Sáu Rõ"
        product="Sáu Rõ"
        tenantName="xã Đồng Kỳ"
        homeHref="#home"
        demoNote="Dữ liệu dùng thử: tên người và số liệu là giả định"
        search={{
          action: '#',
          name: 'q',
          label: 'Tìm trong xã Đồng Kỳ',
          placeholder: 'Tìm nhiệm vụ, hồ sơ, văn bản, người',
          shortcut: 'Ctrl K',
        }}
        notifications={{ href: '#news', label: 'Thông báo, 5 tin chưa đọc', count: 5 }}
        person={{
          name: 'Nguyễn Thị Thu Hằng',
          unitName: 'Phòng Văn hóa - Xã hội',
          menu: [
            { label: 'Tài khoản của tôi', icon: 'person', href: '#me' },
            { label: 'Đăng xuất', icon: 'sign-out', formAction: '#out' },
          ],
        }}
        languageSwitch={{ label: 'English', href: '#en', lang: 'en' }}
        nav={[
          { label: 'Tổng quan', href: '#overview', icon: 'home' },
          { label: 'Việc của tôi', href: '#mine', icon: 'inbox', count: 9, countLabel: 'việc đang mở' },
          {
            label: 'Kế hoạch',
            href: '#plan',
            icon: 'list',
            count: 31,
            countLabel: 'việc đang mở',
            current: 'true',
            children: [
              { label: 'Nhiệm vụ', href: '#tasks', count: 31, current: 'page' },
              { label: 'Chỉ tiêu', href: '#targets' },
              { label: 'Lịch', href: '#calendar' },
            ],
          },
          { label: 'Báo cáo & chấm điểm', href: '#reports', icon: 'chart', count: 2 },
        ]}
        adminNav={[{ label: 'Quản trị', href: '#admin', icon: 'settings' }]}
        flash={{ text: 'Đã lưu 42 nhiệm vụ' }}
        breadcrumb={[{ label: 'Kế hoạch', href: '#plan' }, { label: 'Nhiệm vụ' }]}
        labels={{
          skip: 'Đến nội dung chính',
          menu: 'Mở danh mục',
          personMenu: 'Tài khoản',
          nav: 'Danh mục chính',
          breadcrumb: 'Đường dẫn',
        }}
        stylesheetHref={stylesheets.staff}
      >
        <PageHead
          title="Nhiệm vụ"
          count={42}
          lead="Kế hoạch cải cách hành chính nhà nước xã Đồng Kỳ năm 2026"
          actions={
            <>
              <LinkButton href="#import">Nhập từ tệp</LinkButton>
              <LinkButton href="#new" kind="primary" icon="plus">
                Thêm nhiệm vụ
              </LinkButton>
            </>
          }
        />
        {tableExamples[0]?.render('frame')}
      </StaffFrame>
    ),
  },
];
