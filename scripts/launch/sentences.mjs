/** What the launcher says before the product itself can speak: Vietnamese, then English on the next line. */
export const sentences = {
  oldNode: (/** @type {string} */ found) => [
    `Node.js ${found} quá cũ: hãy cài Node.js 20.19 trở lên từ https://nodejs.org rồi chạy lại.`,
    `Node.js ${found} is too old: install Node.js 20.19 or newer from https://nodejs.org and run this again.`,
  ],
  installing: () => [
    'Đang cài các gói cần thiết, lần đầu mất khoảng một phút…',
    'Installing what is missing; the first time takes about a minute…',
  ],
  notInstalled: (/** @type {string} */ command) => [
    `Chưa cài được các gói cần thiết: hãy kiểm tra kết nối mạng rồi chạy "${command}" trong thư mục này.`,
    `The packages could not be installed: check the network connection and run "${command}" in this folder.`,
  ],
  notBuilt: (/** @type {string} */ reason) => [
    `Không dựng được chương trình (${reason}): hãy lấy lại mã nguồn đầy đủ rồi chạy lại.`,
    `The program could not be built (${reason}): fetch the complete source and run this again.`,
  ],
  noChromium: () => [
    'Kiểm thử cần Chromium mà máy chưa có: hãy chạy "apt-get install chromium" với quyền root, hoặc đặt CHROMIUM_PATH.',
    'The tests need Chromium and this machine has none: run "apt-get install chromium" as root, or set CHROMIUM_PATH.',
  ],
};

/** Prints a sentence in both languages where people look for trouble. */
export function say(/** @type {string[]} */ lines) {
  process.stderr.write(`${lines.join('\n')}\n`);
}
