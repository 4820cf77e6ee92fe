export const pageMessages = {
  title: 'Jetons GitLab',
  subtitle:
    'Le jeton GitLab avec lequel fonctionne chaque environnement de ce portail',
  environmentsTab: 'Environnements',
};

export const summaryMessages = {
  allFine_one: '{{count}} environnement : rien à signaler.',
  allFine_many: '{{count}} d’environnements : rien à signaler.',
  allFine_other: '{{count}} environnements : rien à signaler.',
  attention_one:
    '{{count}} environnement sur {{total}} demande votre attention : {{reasons}}.',
  attention_many:
    '{{count}} d’environnements sur {{total}} demandent votre attention : {{reasons}}.',
  attention_other:
    '{{count}} environnements sur {{total}} demandent votre attention : {{reasons}}.',
  attentionOnly: 'L’environnement demande votre attention : {{reasons}}.',
  reasonSeparator: ' ; ',
  more_one: 'et {{count}} autre',
  more_many: 'et {{count}} d’autres',
  more_other: 'et {{count}} autres',
  nextExpiry: 'Prochaine expiration : {{environment}} {{expiry}} ({{date}}).',
  noExpiryKnown: 'Aucune expiration à venir n’est connue.',
};

export const refreshMessages = {
  button: 'Actualiser',
  hint: 'Interroger GitLab maintenant',
  loading: 'Chargement des environnements',
  running: 'Inspection de tous les environnements…',
  inspected: 'Dernière inspection : {{ago}}',
  never: 'Pas encore inspecté',
  failed:
    'L’actualisation a échoué. Ce que vous voyez a été chargé le {{instant}}.',
};

export const cardMessages = {
  current: 'Ce portail',
  currentHint: 'Ce portail s’exécute dans cet environnement.',
  attention: 'À vérifier',
  attentionHint:
    'GitLab accepte le jeton, mais quelque chose ne va pas : voyez les constats.',
  findings: 'Constats',
  inspected: 'Inspecté : {{ago}}',
  notInspected: 'Pas encore inspecté',
  staleObservation:
    'Les détails datent de la dernière réponse de GitLab ({{ago}}).',
  openSettings: 'Ouvrir dans GitLab',
  openSettingsOf: 'Ouvrir dans GitLab : paramètres du jeton de {{environment}}',
  severity: { error: 'Erreur', warning: 'Avertissement', info: 'Remarque' },
};

export const timelineMessages = {
  title: 'Expiration des jetons',
  description:
    'Une ligne par environnement, de la création de son jeton à son expiration. {{lanes}}',
  today: 'Aujourd’hui',
  expires: 'expire le {{date}}, {{expiry}}',
  expired: 'expiré le {{date}}',
  never: 'n’expire jamais',
  value: '{{date}}, {{expiry}}',
  lane: '{{environment}} : {{expiry}}.',
  others_one: '{{tokens}} autre jeton, qui expire {{expiry}}',
  others_many: '{{tokens}} d’autres jetons, dont le prochain expire {{expiry}}',
  others_other: '{{tokens}} autres jetons, dont le prochain expire {{expiry}}',
  othersForever_one: '{{tokens}} autre jeton, qui n’expire jamais',
  othersForever_many: '{{tokens}} d’autres jetons, dont aucun n’expire',
  othersForever_other: '{{tokens}} autres jetons, dont aucun n’expire',
  othersOf: '{{environment}} : {{others}}',
  othersList: 'Autres jetons',
  sentence: '{{words}}.',
  later_one: '{{tokens}} expire après le {{date}}.',
  later_many: '{{tokens}} expirent après le {{date}}.',
  later_other: '{{tokens}} expirent après le {{date}}.',
  forever_one: '{{tokens}} n’expire jamais.',
  forever_many: '{{tokens}} n’expirent jamais.',
  forever_other: '{{tokens}} n’expirent jamais.',
  mark_one: '{{tokens}} jeton expire le {{date}}, {{expiry}}',
  mark_many: '{{tokens}} de jetons expirent le {{date}}, {{expiry}}',
  mark_other: '{{tokens}} jetons expirent le {{date}}, {{expiry}}',
  marks_one: '{{tokens}} jeton expire entre le {{from}} et le {{to}}',
  marks_many: '{{tokens}} de jetons expirent entre le {{from}} et le {{to}}',
  marks_other: '{{tokens}} jetons expirent entre le {{from}} et le {{to}}',
  othersFailed:
    'Impossible de charger les expirations des autres jetons ({{message}}). Cette page réessaie d’elle-même.',
  legend: 'Légende',
  legendCritical: 'sous {{days}} : critique',
  legendWarning: 'sous {{days}} : avertissement',
  legendCriticalVaries: 'période critique de chaque politique',
  legendWarningVaries: 'période d’avertissement de chaque politique',
  legendOthers: 'autres jetons, avec leur nombre',
};

export const failureMessages = {
  retry: 'Réessayer',
  forbidden: {
    title: 'Vous ne pouvez pas voir les environnements',
    what: 'Le backend a répondu qu’il vous manque la permission gitlab-tokens.environment.read.',
    action: 'Demandez-la aux responsables de ce portail.',
  },
  notFound: {
    title: 'Le plugin du backend est absent',
    what: 'Le backend de ce portail n’a pas de plugin gitlab-tokens.',
    action:
      'Ajoutez @gitlab-tokens/backstage-plugin-gitlab-tokens-backend au backend ou, s’il y est déjà, consultez son journal.',
  },
  incompatible: {
    title: 'La réponse du backend n’a pas été comprise',
    what: 'Les plugins du frontend et du backend ont des versions différentes.',
    action: 'Déployez la même version des deux.',
  },
  unreachable: {
    title: 'Impossible de charger les environnements',
    what: 'Le backend n’a pas donné de réponse exploitable ({{message}}).',
    action:
      'Vérifiez que le backend fonctionne et consultez son journal. Cette page réessaie d’elle-même.',
  },
};

export const emptyMessages = {
  title: 'Aucun environnement n’est configuré',
  description:
    'Ajoutez les environnements de votre portail à app-config.yaml, avec le fichier SOPS qui contient le jeton GitLab de chacun :',
};
