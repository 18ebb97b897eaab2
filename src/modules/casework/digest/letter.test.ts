import { expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import type { WrittenPart } from './digest.ts';
import { letterOf } from './letter.server.ts';
import { texts } from './texts.ts';

const part = (title: string, count: number, total = count): WrittenPart => ({
  key: title,
  title,
  total,
  lines: Array.from({ length: count }, (_, at) => ({
    text: `Nhiệm vụ ${at + 1} rà soát thủ tục hành chính`,
    href: `/nhiem-vu/${at + 1}`,
    insteadOf: at === 0 ? 'Trần Văn Vắng' : null,
  })),
});

const letter = (parts: readonly WrittenPart[]) => ({
  office: 'xã Đồng Kỳ',
  day: plainDate('2026-05-12'),
  baseUrl: 'https://dongky.example',
  parts,
});
const written = (channel: 'mail' | 'zalo' | 'sms', parts: readonly WrittenPart[]) =>
  letterOf(texts('vi').letter, 'vi', channel, letter(parts));

it('says every line with its link, in whose place, and where to turn it off', () => {
  const { subject, text } = written('mail', [part('Quá hạn', 2, 5), part('Hạn hôm nay', 1)]);
  expect(subject).toBe('Việc sáng 12/05/2026: 5 quá hạn, 1 hạn hôm nay');
  expect(text).toBe(`Sáng thứ Ba, 12/05/2026, xã Đồng Kỳ

QUÁ HẠN (5)
- Nhiệm vụ 1 rà soát thủ tục hành chính (làm thay Trần Văn Vắng)
  https://dongky.example/nhiem-vu/1
- Nhiệm vụ 2 rà soát thủ tục hành chính
  https://dongky.example/nhiem-vu/2
  và 3 mục nữa

HẠN HÔM NAY (1)
- Nhiệm vụ 1 rà soát thủ tục hành chính (làm thay Trần Văn Vắng)
  https://dongky.example/nhiem-vu/1

Đọc trong phần mềm: https://dongky.example/buoi-sang/2026-05-12
Đổi giờ nhận hoặc thôi nhận thư này: https://dongky.example/nhan-thong-bao`);
});

it('fits whole lines into a message of a messenger, and the links that end it', () => {
  const { text } = written('zalo', [part('Quá hạn', 15), part('Chờ anh, chị', 15)]);
  expect(text.length).toBeLessThanOrEqual(2_000);
  expect(text).toMatch(/nhan-thong-bao$/);
  const lines = text.split('\n');
  expect(lines.filter((one) => one.startsWith('- '))).toHaveLength(
    lines.filter((one) => one.startsWith('  https')).length,
  );
});

it('fits how much there is into a short message', () => {
  const { text } = written('sms', [part('Quá hạn', 3), part('Hạn hôm nay', 1), part('Chờ anh, chị', 2)]);
  expect(text).toBe('3 quá hạn, 1 hạn hôm nay, 2 chờ anh, chị https://dongky.example/buoi-sang/2026-05-12');
  const many = written(
    'sms',
    Array.from({ length: 30 }, (_, at) => part(`Phần thứ ${at}`, 1)),
  );
  expect(many.text.length).toBeLessThanOrEqual(134);
});
