import { SvgIconProps } from '@material-ui/core/SvgIcon';
import AccessTimeIcon from '@material-ui/icons/AccessTime';
import AlarmIcon from '@material-ui/icons/Alarm';
import BlockIcon from '@material-ui/icons/Block';
import BrokenImageIcon from '@material-ui/icons/BrokenImage';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import EventBusyIcon from '@material-ui/icons/EventBusy';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import LockIcon from '@material-ui/icons/Lock';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import {
  CredentialState,
  Environment,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ComponentType } from 'react';
import { useWords } from '../hooks/useWords';
import { stateWords, toneOfState } from '../words/states';
import { Badge } from './Badge';

const ICONS: Record<CredentialState, ComponentType<SvgIconProps>> = {
  active: CheckCircleIcon,
  expiring: AccessTimeIcon,
  critical: AlarmIcon,
  expired: EventBusyIcon,
  revoked: BlockIcon,
  rejected: CancelIcon,
  unreachable: CloudOffIcon,
  locked: LockIcon,
  missing: RemoveCircleOutlineIcon,
  invalid: BrokenImageIcon,
  unknown: HelpOutlineIcon,
};

/** The state of a credential or token as icon, word and colour; pointing at it tells what it means. */
export function StateBadge(props: {
  environment: Pick<Environment, 'state' | 'title' | 'file' | 'daysLeft'>;
}) {
  const { environment } = props;
  const { label, meaning } = stateWords(environment, useWords());
  const Icon = ICONS[environment.state];
  return (
    <Badge tone={toneOfState(environment.state)} hint={meaning}>
      <Icon fontSize="small" aria-hidden />
      {label}
    </Badge>
  );
}
