import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anIssuePlan,
  fillInToken,
  openIssueDialog,
  openPasteDialog,
  openRevokeDialog,
  openRotateDialog,
  press,
  PROJECT,
} from './dialogs';
import { inDays } from './environments';
import { FakeBrokerApi } from './FakeBrokerApi';
import { aRevocationPlan } from './operations';
import { aToken } from './tokens';

const VALUE = 'glpat-my-own-0123456789';

/** What is rotated and revoked in them. */
export const TOKEN = aToken({ name: 'Old one' });

/** A dialog on the way to its request. */
type EnteredDialog = {
  /** Opens it and enters everything. */
  enter: (api: FakeBrokerApi) => Promise<void>;
  /** Its last button, and the request that it sends. */
  button: string;
  method: string;
  permission: string;
  /** What was entered is still there. */
  expectKept: () => void;
};

/** The dialogs that begin something. */
export const DIALOGS = {
  Issue: {
    enter: async api => {
      api.planning = () => anIssuePlan();
      await openIssueDialog(api);
      await fillInToken();
      await userEvent.clear(screen.getByLabelText('Name'));
      await userEvent.type(screen.getByLabelText('Name'), 'My own name');
      await userEvent.type(screen.getByLabelText('Key'), 'MY_TOKEN');
      await press('Show the plan');
    },
    button: 'Issue now',
    method: 'issueToken',
    permission: 'gitlab-tokens.token.issue',
    expectKept: () => {
      // The plan stands where it was, with the form behind it
      expect(screen.getByRole('button', { name: 'Back' })).toBeEnabled();
      expect(
        screen.getByRole('region', { name: 'What will be made' }),
      ).toBeVisible();
    },
  },
  Rotate: {
    enter: async api => {
      await openRotateDialog(api, { type: 'token', token: TOKEN });
      await userEvent.click(
        await screen.findByRole('radio', { name: 'Into a CI/CD variable' }),
      );
      await userEvent.type(screen.getByLabelText('Full path'), PROJECT);
      await userEvent.type(screen.getByLabelText('Key'), 'MY_TOKEN');
      await press('60 days (most)');
    },
    button: 'Rotate now',
    method: 'rotateToken',
    permission: 'gitlab-tokens.token.rotate',
    expectKept: () => {
      expect(screen.getByLabelText('Full path')).toHaveValue(PROJECT);
      expect(screen.getByLabelText('Key')).toHaveValue('MY_TOKEN');
      expect(screen.getByLabelText('Expires on')).toHaveValue(inDays(60));
    },
  },
  Revoke: {
    enter: async api => {
      const plan = aRevocationPlan(TOKEN, { isCredential: true });
      api.revocationPlans = () => ({ items: [{ token: TOKEN.ref, plan }] });
      api.revoking = async () => {
        const operation = await api.starting(undefined);
        return { items: [{ token: TOKEN.ref, operation, problem: null }] };
      };
      await openRevokeDialog(api, [TOKEN]);
      await userEvent.type(
        await screen.findByLabelText('Type “dev” to confirm'),
        'dev',
      );
    },
    button: 'Revoke 1 token',
    method: 'revokeTokens',
    permission: 'gitlab-tokens.token.revoke',
    expectKept: () =>
      expect(screen.getByLabelText('Type “dev” to confirm')).toHaveValue('dev'),
  },
  Paste: {
    enter: async api => {
      await openPasteDialog(api);
      await userEvent.type(screen.getByLabelText('Token'), VALUE);
    },
    button: 'Check and use it',
    method: 'pasteCredential',
    permission: 'gitlab-tokens.token.rotate',
    expectKept: () => expect(screen.getByLabelText('Token')).toHaveValue(VALUE),
  },
} satisfies Record<string, EnteredDialog>;

/** Waits until the request was accepted, and the dialog shows what became of it. */
export const findProgress = () =>
  waitFor(() =>
    expect(
      screen.queryByRole('list', { name: 'Steps' }) ??
        screen.queryByRole('list', { name: 'What became of them' }),
    ).toBeVisible(),
  );
