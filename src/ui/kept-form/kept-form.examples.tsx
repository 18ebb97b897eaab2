import type { Example } from '../gallery/example.ts';
import { Button } from '../button/button.tsx';
import { TextareaField } from '../field/text-field.tsx';
import { KeptForm, KeptFormStatus, KeptFormUnsent } from './kept-form.tsx';
import { type KeptForms, KeptFormsContext } from './kept-forms.ts';

const forms: KeptForms = {
  kept: new Map([
    [
      '#kept',
      { fields: [['text', 'Đã niêm yết 42 thủ tục tại']], title: 'Bản đang viết dở lúc 10:12 hôm qua' },
    ],
  ]),
  isContinued: false,
  keepHref: '#keep',
  dropHref: '#drop',
  goOnHref: '#go-on',
  pagePath: '#page',
  markField: '_giu',
  labels: {
    text: 'Anh, chị đã nhập vào biểu mẫu này nhưng chưa gửi.',
    continued: 'Biểu mẫu dưới đây đã có lại những gì anh, chị nhập.',
    goOn: 'Tiếp tục',
    drop: 'Bỏ bản viết dở',
    saved: 'Đã giữ bản đang viết lúc {at}.',
    notSaved: 'Chưa giữ được bản đang viết.',
    tooMuch: 'Nội dung quá dài để giữ.',
    away: 'Chưa gửi được.',
    back: 'Đã kết nối lại. Biểu mẫu chưa được gửi.',
    retry: 'Gửi lại',
  },
};

function example(place: string, isContinued: boolean) {
  return (
    <KeptFormsContext.Provider value={{ ...forms, isContinued }}>
      <KeptForm action="#kept" class="form">
        <TextareaField name="text" id={`text-${place}`} label="Sản phẩm" />
        <Button kind="primary">Hoàn thành</Button>
      </KeptForm>
    </KeptFormsContext.Provider>
  );
}

export const examples: Example[] = [
  { name: 'something begun is found', render: (place) => example(`found-${place}`, false) },
  { name: 'gone on with', render: (place) => example(`on-${place}`, true) },
  {
    name: 'what was typed is kept',
    render: () => <KeptFormStatus>Đã giữ bản đang viết lúc 10:14.</KeptFormStatus>,
  },
  {
    name: 'neither sent nor kept: the line is away',
    render: () => (
      <>
        <KeptFormUnsent>
          <span>{forms.labels.away}</span>
          <Button type="button">{forms.labels.retry}</Button>
        </KeptFormUnsent>
        <KeptFormStatus tone="late">{forms.labels.notSaved}</KeptFormStatus>
      </>
    ),
  },
  {
    name: 'the line is back, not sent yet',
    render: () => (
      <KeptFormUnsent>
        <span>{forms.labels.back}</span>
        <Button type="button">{forms.labels.retry}</Button>
      </KeptFormUnsent>
    ),
  },
];
