import { setTimeout as sleep } from 'node:timers/promises';

const pollMilliseconds = 250;
const answerMilliseconds = 5000;

async function answersWell(url) {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(answerMilliseconds),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Asks until the URL answers with a success; rejects once the signal is aborted. */
export async function untilAnswers(url, signal) {
  while (!(await answersWell(url))) {
    await sleep(pollMilliseconds, undefined, { signal });
  }
}
