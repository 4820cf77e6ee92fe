import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import userEvent from '@testing-library/user-event';
import { ReactElement, useState } from 'react';
import { gitlabTokensApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { AddressBar } from './AddressBar';
import { NOW } from './environments';
import { FakeGitlabTokensApi } from './FakeGitlabTokensApi';

/**
 * Renders something in a portal that has the plugin's page, with its address below it.
 *
 * @param api - what the portal's backend answers
 * @param path - the address at which it is opened
 */
export function showInPortal(
  element: ReactElement,
  api: FakeGitlabTokensApi,
  path = '/',
) {
  return renderInTestApp(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      {element}
      <AddressBar />
    </TestApiProvider>,
    {
      initialRouteEntries: [path],
      mountedRoutes: { '/gitlab-tokens': rootRouteRef },
    },
  );
}

/** A page that opens a dialog by a button, and shows it until it closes itself. */
export function Opener(props: {
  children: (close: () => void) => ReactElement;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open it
      </button>
      {isOpen ? props.children(() => setOpen(false)) : <p>It is closed</p>}
    </>
  );
}

/**
 * Makes the tests of a file run at `NOW`, with the time that whole flows take on a machine that does other things, too.
 *
 * @param options - `timersStandStill`: time passes for timers only when the test says so
 */
export function testAtNow(options: { timersStandStill?: boolean } = {}) {
  jest.setTimeout(60_000);
  beforeEach(() => {
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: [
        'queueMicrotask',
        'performance',
        ...(options.timersStandStill
          ? []
          : (['setTimeout', 'setInterval'] as const)),
      ],
    });
  });
  afterEach(() => jest.useRealTimers());
}

/** Somebody at the portal, whose waiting is the fake timers'. */
export const userInFakeTime = () =>
  userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
