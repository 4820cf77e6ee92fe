import {
  ManagedToken,
  OperationPlan,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IssueDialog } from '../components/IssueDialog';
import { OperationInAddress } from '../components/operations';
import { PasteDialog } from '../components/PasteDialog';
import { RevokeDialog } from '../components/RevokeDialog';
import { RotateDialog, RotationSubject } from '../components/RotateDialog';
import { IssuePresets } from '../model/issueForm';
import { anEnvironment, aPersonalEnvironment } from './environments';
import { FakeBrokerApi } from './FakeBrokerApi';
import { aPlan } from './operations';
import { Opener, showInPortal } from './portal';

/** Presses a button. */
export const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

/** Presses the button of a page that opens its dialog. */
const open = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Open it' }));

/** The button that begins something, once it can be pressed. */
export async function findEnabled(name: string): Promise<HTMLElement> {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).toBeEnabled());
  return button;
}

/** An environment whose policy leaves much out. */
export const STRICT = anEnvironment({
  policy: {
    warnDays: 30,
    criticalDays: 7,
    maxLifetimeDays: 60,
    maxRole: 'developer',
    allowedScopes: ['read_api', 'read_repository', 'read_registry'],
  },
});

/** The project that tokens are issued for. */
export const PROJECT = 'example-org/payments/api';

/** The plan for a token of the project, whose value becomes a CI/CD variable. */
export function anIssuePlan(
  changes: Partial<OperationPlan> = {},
): OperationPlan {
  const owner = { type: 'project' as const, id: 21, path: PROJECT };
  return aPlan({
    kind: 'issue',
    isCredential: false,
    mode: null,
    otherMode: null,
    newToken: { ...aPlan().newToken!, kind: 'project', owner },
    oldToken: null,
    consequences: [],
    deliveries: [
      { target: 'ci-variable', place: `GITLAB_TOKEN of ${PROJECT}` },
    ],
    ...changes,
  });
}

/** Opens the dialog that issues tokens, for the project if nothing else is said. */
export async function openIssueDialog(
  api: FakeBrokerApi,
  presets: IssuePresets = {
    environment: 'dev',
    kind: 'project',
    owner: PROJECT,
  },
) {
  showInPortal(
    <Opener>
      {close => <IssueDialog presets={presets} onClose={close} />}
    </Opener>,
    api,
  );
  await open();
  await screen.findByLabelText('Owner');
}

/** Fills in what the presets do not say but where the value goes. */
export async function fillInToken() {
  await userEvent.selectOptions(screen.getByLabelText('Role'), 'developer');
  await userEvent.click(screen.getByRole('checkbox', { name: 'read_api' }));
  await press('30 days');
}

/** Has the value shown once. */
export const chooseReveal = () =>
  userEvent.click(screen.getByRole('radio', { name: /^Shown once/ }));

/** A page with a button that opens the dialog which rotates something, and with the operation of its address. */
export function showRotation(
  api: FakeBrokerApi,
  subject: RotationSubject = { type: 'credential', environment: STRICT },
) {
  showInPortal(
    <>
      <Opener>
        {close => <RotateDialog subject={subject} onClose={close} />}
      </Opener>
      <OperationInAddress />
    </>,
    api,
  );
}

/** Opens that dialog: for the credential of `dev` if nothing else is said. */
export async function openRotateDialog(
  api: FakeBrokerApi,
  subject?: RotationSubject,
) {
  showRotation(api, subject);
  await open();
}

/** Opens the dialog that revokes tokens. */
export async function openRevokeDialog(
  api: FakeBrokerApi,
  tokens: ManagedToken[],
) {
  showInPortal(
    <Opener>
      {close => <RevokeDialog tokens={tokens} onClose={close} />}
    </Opener>,
    api,
  );
  await open();
}

/** Opens the dialog that takes over a person's own token. */
export async function openPasteDialog(api: FakeBrokerApi) {
  const environment = aPersonalEnvironment();
  showInPortal(
    <Opener>
      {close => <PasteDialog environment={environment} onClose={close} />}
    </Opener>,
    api,
  );
  await open();
  await screen.findByLabelText('Token');
}
