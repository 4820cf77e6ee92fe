import { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
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
import { useToneStyles } from './tones';

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

const useStyles = makeStyles(
  theme => ({
    badge: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      flexShrink: 0,
      padding: theme.spacing(0.5, 1.25, 0.5, 0.75),
      borderRadius: 16,
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 700,
      lineHeight: '20px',
      whiteSpace: 'nowrap',
      color: theme.palette.text.primary,
    },
  }),
  { name: 'GitlabTokensStateBadge' },
);

/** The state of an environment's credential as icon, word and colour; pointing at it tells what it means. */
export function StateBadge(props: { environment: Environment }) {
  const { environment } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const { label, meaning } = stateWords(environment, useWords());
  const Icon = ICONS[environment.state];
  return (
    <span
      className={`${classes.badge} ${tones[toneOfState(environment.state)]}`}
      title={meaning}
    >
      <Icon fontSize="small" aria-hidden />
      {label}
    </span>
  );
}
