/** What the command `read-plan` says besides its result; it speaks Vietnamese as every command does. */
export const readPlanTexts = {
  usage: `Cách dùng: sauro read-plan TỆP
           sauro read-plan - [--name TÊN] < TỆP

Đọc một kế hoạch (.docx, .doc, .pdf, .xlsx, .txt, .md, .html) và in kết quả dạng JSON.

  -            đọc từ đầu vào chuẩn
  --name TÊN   tên ghi vào kết quả khi đọc từ đầu vào chuẩn
  --unit TÊN   tên một đơn vị của xã, ghi lại được nhiều lần: kết quả dùng đúng tên đó
  --pasted     nội dung được dán vào, không phải một tệp
  --recognise  nhận dạng chữ trên trang quét của tệp PDF bằng tesseract, nếu máy có cài
  --contained  in một dòng JSON cho máy: kết quả kèm các dòng nguồn, hoặc mã từ chối
  --help       in hướng dẫn này`,
  wrongArguments: 'Cần đúng một tên tệp hoặc dấu "-"; xem: sauro read-plan --help',
  noFile: (name: string) => `Không mở được tệp "${name}": hãy kiểm tra đường dẫn và quyền đọc.`,
};
