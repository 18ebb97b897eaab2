/** Types of documents that plans cite, with the forms in which they are abbreviated, on bare letters. */
export const DOCUMENT_TYPES: readonly (readonly [string, string])[] = [
  ['Nghị quyết', 'nghi quyet|nq'],
  ['Nghị định', 'nghi dinh|nd'],
  ['Quyết định', 'quyet dinh|qd'],
  ['Chỉ thị', 'chi thi|ct'],
  ['Kế hoạch', 'ke hoach|kh'],
  ['Công văn', 'cong van|van ban|cv'],
  ['Thông tư', 'thong tu lien tich|thong tu|tt'],
  ['Chương trình', 'chuong trinh|ctr'],
  ['Thông báo', 'thong bao|tb'],
  ['Hướng dẫn', 'huong dan|hd'],
  ['Kết luận', 'ket luan|kl'],
  ['Đề án', 'de an|da'],
  ['Quy định', 'quy dinh|qyd'],
  ['Báo cáo', 'bao cao|bc'],
  ['Công điện', 'cong dien|cd'],
  ['Luật', 'luat'],
];
