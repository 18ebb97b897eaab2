import type { Example } from '../gallery/example.ts';
import { Columns, RecordLayout, SideBySide, Stack } from './layout.tsx';

export const examples: Example[] = [
  {
    name: 'a record with its rail',
    render: (place) => (
      <RecordLayout railLabel={`Thông tin nhiệm vụ (${place})`} rail={<p>Lĩnh vực: cải cách thể chế</p>}>
        <p>Tài liệu kiểm chứng</p>
      </RecordLayout>
    ),
  },
  {
    name: 'columns',
    render: () => (
      <Columns>
        <p>Một</p>
        <p>Hai</p>
      </Columns>
    ),
  },
  {
    name: 'side by side',
    render: () => (
      <SideBySide
        left={<p>Văn bản gốc</p>}
        right={
          <Stack>
            <p>Dòng đọc được</p>
          </Stack>
        }
      />
    ),
  },
];
