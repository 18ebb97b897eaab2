import { defineTexts } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  wrongValue: (name: string, value: string, expected: string) =>
    `Biến môi trường ${name} có giá trị "${value}" không đúng: cần ${expected}.`,
  expected: {
    port: 'một số cổng từ 0 đến 65535',
    host: 'tên máy hoặc địa chỉ IP',
    postgresUrl: 'địa chỉ dạng postgres://người-dùng:mật-khẩu@máy:5432/tên-cơ-sở-dữ-liệu',
    folder: 'đường dẫn tới một thư mục',
    webUrl: 'địa chỉ dạng https://caicach.xa.gov.vn, không có đường dẫn phía sau',
    logLevel: 'một trong: fatal, error, warn, info, debug, trace, silent',
    proxies: 'số máy chủ ủy nhiệm đứng trước, từ 0 đến 10',
    token: 'từ 16 đến 200 chữ, số hoặc dấu không có khoảng trắng',
    smtpUrl: 'địa chỉ dạng smtp://tên:mật-khẩu@máy:587 hoặc smtps://tên:mật-khẩu@máy:465',
    mailRate: 'số thư một phút, từ 1 đến 100000',
    smsUrl: 'địa chỉ dạng smpp://tên:mật-khẩu@máy:2775 hoặc ssmpp:// khi qua TLS',
    smsSender: 'tên người gửi tối đa 11 chữ cái không dấu, hoặc một số, cần khi có SAURO_SMS_URL',
    sender: 'người gửi dạng Sáu Rõ <sauro@xa.gov.vn>, cần khi có SAURO_SMTP_URL',
    issuer: 'địa chỉ https của nhà cung cấp danh tính (http chỉ khi ở ngay máy này)',
    oidcClient: 'mã và khóa bí mật của ứng dụng tại nhà cung cấp danh tính, cần khi có SAURO_OIDC_ISSUER',
    label: 'tên hiển thị, nhiều nhất 60 ký tự',
    claim: 'tên một claim, ví dụ preferred_username hoặc realm_access.roles',
    roleMap: 'các cặp vai-trò-bên-đó=vai-trò-ở-đây cách nhau bằng dấu phẩy, ví dụ cchc-quan-tri=admin',
    rate: 'số yêu cầu mỗi phút của một khóa API, từ 20 đến 1000000',
    webUrls: 'các địa chỉ dạng https://trang.gov.vn cách nhau bằng dấu phẩy',
    hosts: 'các tên máy trong mạng nội bộ, có thể kèm cổng, cách nhau bằng dấu phẩy',
    megabytes: 'số megabyte từ 1 đến 10000',
    bucketUrl: 'địa chỉ của kho lưu trữ dạng https://s3.example.vn/ten-kho',
    region: 'tên vùng của kho lưu trữ, ví dụ us-east-1',
    bucketKey: 'khóa truy cập và khóa bí mật của kho lưu trữ, cần khi có SAURO_S3_URL',
    scanner: 'máy:cổng hoặc đường dẫn tới ổ cắm của clamd, ví dụ 127.0.0.1:3310',
    switch: 'on hoặc off',
  },
};

export type ConfigTexts = typeof vi;

export const texts = defineTexts(vi, en);
