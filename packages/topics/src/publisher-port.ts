import type { MessagePort } from 'node:worker_threads';
import { type PortableError, toPortable } from '@gommog/store';
import type { DurableRecords } from './durable-records.ts';
import type { Publisher } from './publisher.ts';

/** What the simulation's side says to the publisher. */
export type Order =
  | { readonly type: 'durable'; readonly durable: DurableRecords }
  | { readonly type: 'close' };

/** How the publisher is. */
export interface Report {
  /** Records up to here are accounted for. */
  readonly done: number;
  /** Records up to here are not needed from the log any more. */
  readonly settled: number;
  /** Why nothing can be published at the moment, or null. */
  readonly failure: PortableError | null;
  /** Records whose events are lost to the topic, since the start. */
  readonly lost: number;
}

/** What the publisher says. */
export type Answer =
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'missing'; readonly from: number; readonly to: number }
  | { readonly type: 'closed'; readonly error: PortableError | null };

/** A report is made at most so often, in milliseconds. */
const REPORT_MS = 50;

/** Lets a publisher be used over a port, until it says close. */
export function servePublisher(port: MessagePort, publisher: Publisher): void {
  const say = (answer: Answer) => port.postMessage(answer);
  let lost = 0;
  let told = '';
  const report = () => {
    const { done, failure, settled } = publisher;
    const news: Report = { done, settled, failure: failure && toPortable(failure), lost };
    const text = JSON.stringify(news);
    if (text === told) return;
    told = text;
    say({ type: 'report', report: news });
  };
  const timer = setInterval(report, REPORT_MS);
  publisher.onMissing = ({ from, to }) => {
    lost += to - from + 1;
    say({ type: 'missing', from, to });
  };
  port.on('message', (order: Order) => {
    if (order.type === 'durable') {
      publisher.take(order.durable);
      return;
    }
    clearInterval(timer);
    void publisher
      .close()
      .then(
        () => null,
        (error: unknown) => toPortable(error),
      )
      .then((error) => {
        report();
        say({ type: 'closed', error });
        port.close();
      });
  });
}
