import * as web from '../../../web/index.ts';
import { shortText } from '../../../web/short-text.ts';
import type { Property } from '../../properties.ts';
import { askProperties, lookAt } from '../../receive/asks.ts';
import { inWorld } from '../../receive/handler.ts';

export const lookRequest = inWorld<web.LookRequest>(30, 60, (desk, session, { serial }) => {
  lookAt(desk, session, serial);
});

export const useRequest = inWorld<web.UseRequest>(20, 40, ({ offer }, session, { serial }) => {
  offer({ kind: 'use', mobile: session.mobile, target: serial });
});

export const openDoorRequest = inWorld<web.OpenDoorRequest>(10, 20, ({ offer }, session) => {
  offer({ kind: 'open-nearest-door', mobile: session.mobile });
});

export const liftRequest = inWorld<web.LiftRequest>(20, 40, ({ offer }, session, { amount, serial }) => {
  offer({ kind: 'lift', mobile: session.mobile, item: serial, amount });
});

export const dropRequest = inWorld<web.DropRequest>(20, 40, ({ offer }, session, body) => {
  const { grid, onto, serial: item, x, y, z } = body;
  offer({ kind: 'drop', mobile: session.mobile, item, x, y, z, grid, onto });
});

export const equipRequest = inWorld<web.EquipRequest>(20, 40, ({ offer }, session, body) => {
  offer({ kind: 'equip', mobile: session.mobile, item: body.serial, layer: body.layer, onto: body.mobile });
});

export const propertiesRequest = inWorld<web.PropertiesRequest>(60, 200, (desk, session, { serials }) => {
  for (const serial of serials) {
    const properties = askProperties(desk, session, serial);
    if (properties === null) continue;
    const lines = properties.map((property) => ({ text: shortText(lineOf(property)) }));
    session.send(web.encodeProperties, { serial, lines });
  }
});

function lineOf(property: Property): string {
  switch (property.kind) {
    case 'person':
      return property.title === '' ? property.name : `${property.name}, ${property.title}`;
    case 'name':
      return property.name;
    case 'weight':
      return property.stones === 1 ? 'Weight: 1 stone' : `Weight: ${property.stones} stones`;
    case 'contents':
      return `Contents: ${property.count}/${property.most} items, ${property.stones} stones`;
  }
}

export const pageChange = inWorld<web.PageChange>(10, 40, ({ offer }, session, { number, page, serial }) => {
  const lines = page.lines.map(({ text }) => text);
  offer({ kind: 'write-book', mobile: session.mobile, book: serial, page: number, lines });
});

export const titleChange = inWorld<web.TitleChange>(
  5,
  10,
  ({ offer }, session, { author, serial, title }) => {
    offer({ kind: 'title-book', mobile: session.mobile, book: serial, title, author });
  },
);
