export const planMessages = {
  loading: 'Le backend établit le plan…',
  newToken: 'Ce qui sera créé',
  oldToken: 'Ce qui prendra fin',
  consequences: 'Conséquences',
  deliveries: 'Destination de la valeur',
  calls: 'Requêtes à GitLab',
  callsHint: 'Chacune n’est envoyée qu’une fois.',
  call: '{{purpose}} : {{request}}, par {{by}}',
  purpose: {
    create: 'Créer',
    rotate: 'Renouveler',
    prove: 'Vérifier',
    revoke: 'Révoquer',
    deliver: 'Livrer',
  },
  by: {
    broker: 'le broker',
    credential: 'le jeton du portail',
    newToken: 'le nouveau jeton',
  },
  token: '« {{name}} », {{kind}} de {{owner}}',
  scopes: 'Portées : {{scopes}}',
  role: 'Rôle : {{role}}',
  expires: 'Expiration : {{date}}',
  neverExpires: 'Il n’expire jamais.',
  lastUsed: 'Dernière utilisation : {{ago}}',
  neverUsed: 'Il n’a jamais été utilisé.',
  mode: {
    label: 'Méthode',
    overlap:
      'Chevauchement : d’abord un nouveau jeton, puis l’ancien est révoqué',
    inPlace:
      'Sur place : GitLab renouvelle le jeton, et l’ancienne valeur cesse de fonctionner',
    notPossible: 'Impossible : {{message}} {{action}}',
  },
  blocked: 'C’est impossible pour l’instant',
  consequence: {
    OLD_VALUE_STOPS_AT_ONCE:
      'L’ancienne valeur cesse de fonctionner dès que GitLab renouvelle le jeton, avant que la nouvelle soit là où elle sert.',
    OLD_VALUE_STOPS_AFTER_GRACE:
      'L’ancienne valeur fonctionne jusqu’à ce que la nouvelle soit vérifiée, puis encore {{grace}}. Ensuite, elle est révoquée.',
    OLD_VALUE_STOPS_AFTER_PROOF:
      'L’ancienne valeur fonctionne jusqu’à ce que la nouvelle soit vérifiée. Ensuite, elle est révoquée.',
    TOKEN_STOPS_AT_ONCE:
      'Le jeton cesse de fonctionner immédiatement. GitLab refuse tout ce qui l’utilise.',
    OLD_TOKEN_STAYS:
      'L’ancien jeton reste valable : personne ici ne peut le révoquer. Révoquez-le vous-même dans GitLab.',
    BOT_USER_CHANGES:
      'Le nouveau jeton agit sous l’identité d’un autre robot : les protections de branches et les règles d’approbation qui nomment l’ancien sont à adapter.',
    BOT_USER_STAYS: 'Le jeton garde son robot.',
    PORTAL_LOSES_CREDENTIAL:
      'Le portail de {{environment}} fonctionne avec ce jeton et n’atteindra plus GitLab.',
    OTHER_ENVIRONMENTS_LOSE_CREDENTIAL:
      'D’autres environnements fonctionnent avec le même jeton et ont besoin eux aussi de la nouvelle valeur : {{environments}}.',
    WAITS_FOR_MERGE:
      'L’opération attend la requête de fusion : l’ancien jeton n’est retiré qu’après la fusion.',
    TOKEN_IS_DELETED:
      'Un jeton de déploiement est supprimé : GitLab n’en garde aucune trace.',
  },
};

export const refusalMessages = {
  permission: 'Il vous manque la permission {{permission}}.',
  forbidden:
    'Vous ne pouvez pas faire cela : il vous manque la permission {{permission}}. Demandez-la aux responsables de ce portail.',
  underWay: 'Une autre opération sur le même jeton est en cours.',
  follow: 'La suivre',
  conflict: 'Ce n’est plus possible : quelque chose a changé entre-temps.',
  notFound: 'Cet élément n’existe plus.',
  invalid: 'La demande a été refusée.',
  signedOut:
    'Votre session est terminée, et rien n’a commencé. Reconnectez-vous dans un autre onglet, puis réessayez ici : ce que vous avez saisi est conservé.',
  unanswered:
    'Le backend n’a pas donné de réponse exploitable. Vérifiez qu’il fonctionne et réessayez.',
  maybeStarted:
    'Le backend n’a pas donné de réponse exploitable. L’opération a peut-être tout de même commencé : consultez l’onglet Activité avant de réessayer.',
  openActivity: 'Voir l’activité',
  again: 'Réessayer',
};

export const violationMessages = {
  UNKNOWN_ENVIRONMENT:
    'Cet environnement n’existe pas. Choisissez parmi : {{allowed}}.',
  OWNER_NOT_MANAGED:
    'L’environnement ne gère pas les jetons de {{found}}. Choisissez parmi : {{allowed}}.',
  OWNER_NOT_MANAGED_AT_ALL:
    'L’environnement ne gère pas les jetons de {{found}}.',
  OWNER_UNKNOWN: '{{found}} n’existe pas, ou le broker ne peut pas le voir.',
  SCOPE_UNKNOWN:
    'Les jetons de ce type ne peuvent pas avoir la portée {{found}}.',
  SCOPE_NOT_ALLOWED:
    'La politique n’autorise pas {{found}}. Elle autorise : {{allowed}}.',
  ROLE_MISSING: 'Choisissez un rôle.',
  ROLE_NOT_APPLICABLE: 'Les jetons de ce type n’ont pas de rôle.',
  ROLE_NOT_ALLOWED:
    'Ce rôle n’est pas possible ici. Choisissez parmi : {{allowed}}.',
  EXPIRY_IN_PAST:
    'Un tel jeton ne fonctionnerait pas. Premier jour possible : {{allowed}}.',
  EXPIRY_TOO_FAR:
    'La politique n’autorise pas une durée aussi longue. Dernier jour possible : {{allowed}}.',
  NAME_EMPTY: 'Donnez-lui un nom.',
  KIND_NOT_ALLOWED:
    'Ce type n’est pas possible ici ; sont possibles : {{allowed}}.',
  DELIVERY_UNKNOWN: 'Le backend ne connaît pas la destination {{found}}.',
  DELIVERY_INVALID: 'Cette destination n’est pas valide.',
  MODE_NOT_POSSIBLE: 'Le jeton ne peut pas être renouvelé ainsi.',
  TOKEN_MALFORMED:
    'Ce n’est pas un jeton GitLab : il manque peut-être une partie, ou il y a une espace en trop.',
  TOKEN_NOT_ACCEPTED: 'GitLab n’accepte pas ce jeton.',
  WRONG_KIND: 'C’est un {{found}} ; il faut un {{allowed}}.',
  WRONG_OWNER: 'Il appartient à {{found}} ; {{allowed}} est déclaré.',
  MISSING_SCOPE: 'Il lui manque des portées : {{allowed}}.',
  NO_EXPIRY: 'Il n’expire jamais. Créez-en un qui expire.',
  CONFIRMATION_MISSING:
    'Saisissez les noms de ces environnements : {{allowed}}.',
};
