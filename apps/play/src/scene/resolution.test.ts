import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ResolutionChoice } from './resolution.ts';

function run(choice: ResolutionChoice, frameMs: number, frames: number, fromMs: number): number {
  let nowMs = fromMs;
  for (let i = 0; i < frames; i++) {
    nowMs += frameMs;
    choice.frame(nowMs);
  }
  return nowMs;
}

test('a device that is slow for long gets half of the pixels a side, and keeps them', () => {
  const choice = new ResolutionChoice();
  const nowMs = run(choice, 100, 40, 0);
  assert.equal(choice.scale, 1, 'not at once');
  const laterMs = run(choice, 100, 60, nowMs);
  assert.equal(choice.scale, 0.5);
  run(choice, 16, 600, laterMs);
  assert.equal(choice.scale, 0.5);
});

test('one that is quick enough, or was only hidden, keeps all', () => {
  const choice = new ResolutionChoice();
  let nowMs = run(choice, 40, 1_000, 0);
  for (let i = 0; i < 20; i++) nowMs = run(choice, 40, 20, nowMs + 5_000);
  assert.equal(choice.scale, 1);
});

test('what the player chooses counts', () => {
  const choice = new ResolutionChoice();
  choice.choose('half');
  assert.equal(choice.scale, 0.5);
  choice.choose('full');
  run(choice, 100, 1_000, 0);
  assert.equal(choice.scale, 1);
});
