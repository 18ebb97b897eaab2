import { type Person, valueOn } from './person.ts';

/** One deed on a task as the person who did it knows it. */
export interface Deed {
  readonly kind: 'cancelled' | 'reopened';
  /** What was written into it, found nowhere else. */
  readonly text: string | null;
}

/** The task that one person works on alone, and what they know to have been done to it, in order. */
export interface TaskLedger {
  readonly taskId: string;
  readonly firstVersion: number;
  readonly deeds: Deed[];
  /** Answers that said at once that the deed was done, without sending it twice. */
  acknowledged: number;
}

/** What a person knows of the plans that they handed in, by the name of the file. */
export interface UploadLedger {
  readonly acknowledged: Set<string>;
  /** Sent, but the answer never came: it may have arrived or not. */
  readonly uncertain: Set<string>;
}

/** Takes the first open task of a list of the person's and begins a ledger for it. */
export async function beginTask(person: Person, ordinal: number): Promise<TaskLedger> {
  const list = await person.getUntilAnswered('/nhiem-vu?trang-thai=open');
  const ids = [...new Set([...list.text.matchAll(/\/nhiem-vu\/([0-9a-f-]{36})/g)].map(([, id]) => id))];
  const taskId = ids[ordinal];
  if (taskId === undefined) throw new Error(`there is no open task number ${ordinal}`);
  const form = await person.getUntilAnswered(`/nhiem-vu/${taskId}/huy`);
  return { taskId, firstVersion: Number(valueOn(form, 'version')), deeds: [], acknowledged: 0 };
}

/**
 * Does the next deed on the task: cancels it, or opens it again. A form without an answer is sent again as it was;
 * the product must then say either that it is done now or that it was done before.
 */
export async function doNext(person: Person, ledger: TaskLedger, token: string): Promise<void> {
  const { taskId, deeds } = ledger;
  const version = String(ledger.firstVersion + deeds.length);
  const kind = deeds.length % 2 === 0 ? 'cancelled' : 'reopened';
  const text = kind === 'cancelled' ? token : null;
  const path = `/nhiem-vu/${taskId}/${kind === 'cancelled' ? 'huy' : 'mo-lai'}`;
  const form = text === null ? { version } : { version, text };
  const first = await person.post(path, form);
  const answer = first && first.status !== 503 ? first : await person.sendUntilAnswered(path, form);
  const isDone = answer.status === 303 && answer.tone === 'ok';
  const wasDone = answer.status === 422 || (answer.status === 303 && answer.tone === 'late');
  if (answer === first && !isDone) throw new Error(`${path} was refused at the first try: ${answer.status}`);
  if (!isDone && !wasDone) throw new Error(`${path} was answered with ${answer.status}`);
  if (isDone) ledger.acknowledged += 1;
  deeds.push({ kind, text });
}

const plan = `KẾ HOẠCH
Cải cách hành chính xã Thử năm 2026

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành | Sản phẩm |
| --- | --- | --- | --- | --- |
| 1 | Công khai thủ tục hành chính tại bộ phận một cửa | Văn phòng HĐND và UBND | 30/6/2026 | Báo cáo |
| 2 | Rà soát văn bản quy phạm pháp luật | Phòng Kinh tế | 30/9/2026 | Báo cáo |
`;

/** Hands in a small plan under a name of its own, again under another name when no answer came. */
export async function handIn(person: Person, ledger: UploadLedger, token: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const name = `${token}-${tries}.txt`;
    ledger.uncertain.add(name);
    const answer = await person.post('/du-thao', {
      file: new File([`${plan}\n${name}\n`], name, { type: 'text/plain' }),
    });
    if (answer && answer.status !== 303 && answer.status !== 503)
      throw new Error(`a plan was answered with ${answer.status}`);
    if (answer?.status === 303) {
      ledger.uncertain.delete(name);
      ledger.acknowledged.add(name);
      return;
    }
    await new Promise((done) => setTimeout(done, 150));
  }
}
