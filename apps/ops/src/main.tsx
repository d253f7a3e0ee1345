import { render } from 'preact';
import './ui/style.css';
import { followLive } from './api/live.ts';
import { resume } from './api/session.ts';
import { App } from './ui/app.tsx';

render(<App />, document.querySelector<HTMLElement>('#ops')!);
followLive();
void resume();
