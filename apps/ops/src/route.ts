import { signal } from '@preact/signals';

/** Where one is: `#/entity/0x40001234` is the page `entity` with an argument. */
export interface Route {
  readonly page: string;
  readonly argument: string;
}

function read(): Route {
  const [page = '', argument = ''] = location.hash.replace(/^#\//, '').split('/');
  return { page: page === '' ? 'overview' : page, argument: decodeURIComponent(argument) };
}

export const route = signal<Route>(read());
addEventListener('hashchange', () => {
  route.value = read();
});

export function linkTo(page: string, argument = ''): string {
  return argument === '' ? `#/${page}` : `#/${page}/${encodeURIComponent(argument)}`;
}
