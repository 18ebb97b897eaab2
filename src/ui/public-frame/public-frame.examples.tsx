import { DatedList } from '../dated-list/dated-list.tsx';
import { HeadlineFigure } from '../headline-figure/headline-figure.tsx';
import { JobLinks } from '../job-links/job-links.tsx';
import type { FrameExample } from '../gallery/example.ts';
import { StackedBar } from '../stacked-bar/stacked-bar.tsx';
import { Table } from '../table/table.tsx';
import { PublicColumns, PublicFrame, PublicQuestion } from './public-frame.tsx';

const AREAS = [
  { name: 'Chứng thực', percent: 100, share: '655/655' },
  { name: 'Hộ tịch', percent: 99.5, share: '412/414' },
  { name: 'Đất đai', percent: 88.1, share: '96/109' },
];

export const frames: FrameExample[] = [
  {
    name: 'public-frame',
    render: (stylesheets) => (
      <PublicFrame
        lang="vi"
        title="Trang chủ · Ủy ban nhân dân xã Dân Hòa"
        description="Kết quả, kế hoạch và thông báo của xã Dân Hòa"
        tenant={{ kind: 'Ủy ban nhân dân', name: 'xã Dân Hòa', above: 'thành phố Hà Nội', href: '#home' }}
        demoNote="Dữ liệu dùng thử: tên người và số liệu là giả định"
        nav={[
          { label: 'Trang chủ', href: '#home', isCurrent: true },
          { label: 'Kế hoạch', href: '#plan' },
          { label: 'Kết quả công khai', href: '#results' },
        ]}
        languageSwitch={{ label: 'English', href: '#en', lang: 'en' }}
        hero={
          <PublicQuestion
            id="find"
            title="Anh, chị cần giải quyết việc gì?"
            search={{
              action: '#',
              name: 'q',
              label: 'Tên thủ tục, việc cần làm hoặc mã hồ sơ',
              submit: 'Tìm',
            }}
          />
        }
        footer={[
          {
            title: 'Ủy ban nhân dân xã Dân Hòa',
            lines: ['Giờ làm việc: 07:30–11:30 và 13:00–17:00, thứ Hai đến thứ Sáu'],
          },
          {
            title: 'Trang này',
            links: [
              { label: 'Trợ năng', href: '#a11y' },
              { label: 'Dữ liệu mở', href: '#data' },
            ],
          },
        ]}
        labels={{ skip: 'Đến nội dung chính', nav: 'Danh mục chính' }}
        stylesheetHref={stylesheets.public}
      >
        <JobLinks
          label="Việc chính"
          jobs={[
            {
              icon: 'checklist',
              label: 'Làm thủ tục',
              note: 'Xem giấy tờ, phí, thời hạn và nộp hồ sơ',
              href: '#1',
            },
            {
              icon: 'search',
              label: 'Tra cứu hồ sơ',
              note: 'Nhập mã trên giấy hẹn để biết hồ sơ đến đâu',
              href: '#2',
            },
            {
              icon: 'comment',
              label: 'Phản ánh, kiến nghị',
              note: 'Gửi ý kiến, theo dõi đến khi có trả lời',
              href: '#3',
            },
            { icon: 'circle-check', label: 'Khảo sát', note: '2 phút chấm điểm cán bộ phục vụ', href: '#4' },
          ]}
        />
        <PublicColumns>
          <section aria-labelledby="results">
            <h2 id="results">Kết quả giải quyết hồ sơ tháng 4/2026</h2>
            <HeadlineFigure value="98,7" unit="%" title="đúng hạn hoặc sớm hạn" tone="ok">
              <p>
                <a href="#rows">1.243/1.259 hồ sơ</a> · chỉ tiêu ≥ 98&nbsp;%
              </p>
            </HeadlineFigure>
            <Table
              caption="Tỷ lệ đúng hạn theo lĩnh vực, tháng 4/2026"
              frame="none"
              narrow="table"
              rows={AREAS}
              rowKey={(area) => area.name}
              columns={[
                { key: 'name', label: 'Lĩnh vực', priority: 'lead', render: (area) => area.name },
                {
                  key: 'bar',
                  label: 'Biểu đồ',
                  isLabelHidden: true,
                  size: 'bar',
                  render: (area) => (
                    <StackedBar
                      max={100}
                      target={98}
                      segments={[
                        { kind: 'done', value: area.percent },
                        { kind: 'rest', value: 100 - area.percent },
                      ]}
                    />
                  ),
                },
                {
                  key: 'percent',
                  label: 'Đúng hạn',
                  align: 'end',
                  render: (area) => `${area.percent} %`.replace('.', ','),
                },
                {
                  key: 'share',
                  label: 'Hồ sơ',
                  align: 'end',
                  render: (area) => <a href="#rows">{area.share}</a>,
                },
              ]}
            />
          </section>
          <section aria-labelledby="notices">
            <h2 id="notices">Thông báo</h2>
            <DatedList
              items={[
                {
                  key: '1',
                  when: '11/05/2026',
                  dateTime: '2026-05-11',
                  label: 'Hội nghị đối thoại của lãnh đạo xã với người dân, doanh nghiệp',
                  href: '#n1',
                  note: 'Nhận câu hỏi trước đến hết 25/05/2026',
                },
                {
                  key: '2',
                  when: '08/05/2026',
                  dateTime: '2026-05-08',
                  label: 'Công khai tình hình thực hiện dự toán ngân sách xã quý I/2026',
                  href: '#n2',
                },
              ]}
            />
          </section>
        </PublicColumns>
      </PublicFrame>
    ),
  },
];
