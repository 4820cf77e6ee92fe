export const findingMessages = {
  missingScope: {
    short: 'il manque {{scopes}} à {{environment}}',
    what: 'Il manque au jeton {{scopes}}, que la configuration déclare.',
    byHand:
      'GitLab ne peut pas ajouter de portée à un jeton : créez-y un nouveau jeton avec toutes les portées déclarées et mettez-le dans {{file}} avec sops edit.',
  },
  surplusScope: {
    short: '{{environment}} a {{scopes}} en trop',
    what: 'Le jeton a {{scopes}} en trop : cela n’est pas déclaré, ou pas autorisé par la politique.',
    byHand:
      'Remplacez le jeton par un autre qui n’a que les portées déclarées et autorisées, ou déclarez ce dont il a besoin.',
  },
  roleTooLow: {
    short: '{{environment}} a le rôle {{found}} au lieu de {{expected}}',
    what: 'Le rôle est {{found}} ; {{expected}} est déclaré.',
    byHand: 'Remplacez le jeton par un autre qui a le rôle {{expected}}.',
  },
  roleTooHigh: {
    short: '{{environment}} a le rôle {{found}} au lieu de {{expected}}',
    what: 'Le rôle est {{found}} ; {{expected}} est déclaré.',
    byHand:
      'Remplacez le jeton par un autre qui a le rôle {{expected}} : l’actuel a plus de droits que nécessaire.',
  },
  roleAbovePolicy: {
    short:
      '{{environment}} a le rôle {{found}}, plus que la politique n’autorise',
    what: 'Le rôle est {{found}} ; la politique autorise au plus {{expected}}.',
    byHand:
      'Remplacez le jeton par un autre qui a au plus le rôle {{expected}}.',
  },
  wrongKind: {
    short: '{{environment}} fonctionne avec un {{found}}',
    what: 'C’est un {{found}} ; un {{expected}} est déclaré.',
    byHand: 'Remplacez-le par un {{expected}}, ou corrigez la déclaration.',
  },
  wrongName: {
    short: '{{environment}} fonctionne avec un jeton d’un autre nom',
    what: 'Le jeton s’appelle « {{found}} » ; « {{expected}} » est déclaré.',
    byHand:
      'Vérifiez que le bon jeton est dans {{file}}, ou corrigez le nom déclaré.',
  },
  wrongOwner: {
    short: 'le jeton de {{environment}} appartient à un autre propriétaire',
    what: 'Le jeton appartient à {{found}} ; {{expected}} est déclaré.',
    byHand:
      'Remplacez-le par un jeton de {{expected}}, ou corrigez le propriétaire déclaré.',
  },
  notMember: {
    short: '{{environment}} n’a pas accès à {{expected}}',
    what: 'Le jeton n’a pas accès à {{expected}}, le propriétaire déclaré.',
    byHand:
      'Remplacez-le par un jeton de {{expected}}, ou corrigez le propriétaire déclaré.',
  },
  noExpiry: {
    short: 'le jeton de {{environment}} n’expire jamais',
    what: 'Le jeton n’expire jamais.',
    byHand:
      'Remplacez-le par un jeton qui expire : s’il fuitait, il resterait valable jusqu’à ce que quelqu’un le remarque.',
  },
  lifetimeTooLong: {
    short:
      'le jeton de {{environment}} dépasse la durée de vie que la politique autorise',
    what: 'La durée de vie du jeton est de {{days}} ; la politique autorise {{maxDays}} au plus.',
    byHand:
      'Remplacez-le par un jeton dont la durée de vie est de {{maxDays}} au plus.',
  },
  expiresSoon: {
    short: '{{environment}} expire {{expiry}}',
    what: 'Le jeton expire le {{date}}, {{expiry}}.',
    byHand:
      'Créez un nouveau jeton dans GitLab et mettez-le avant dans {{file}} : le portail de cet environnement n’atteindra plus GitLab ce jour-là à partir de 00:00 UTC.',
  },
  hasExpired: {
    short: '{{environment}} a expiré',
    what: 'Le jeton a expiré le {{date}}.',
    byHand:
      'Créez un nouveau jeton dans GitLab, mettez-le dans {{file}} et redémarrez le portail de cet environnement.',
  },
  unused: {
    short: '{{environment}} n’est pas utilisé',
    what: 'Dernière utilisation du jeton : {{lastUsed}}.',
    byHand:
      'Vérifiez si cet environnement en a encore besoin. Sinon, révoquez-le.',
  },
  neverUsed: {
    short: '{{environment}} n’a jamais été utilisé',
    what: 'Le jeton n’a jamais été utilisé, {{days}} après sa création.',
    byHand:
      'Vérifiez si cet environnement en a encore besoin. Sinon, révoquez-le.',
  },
  tokenInClear: {
    short: 'le jeton de {{environment}} n’est pas chiffré',
    what: 'Le jeton se trouve dans {{file}} hors du chiffrement.',
    byHand:
      'Considérez-le comme divulgué : étendez-lui la règle de chiffrement (encrypted_regex), chiffrez de nouveau le fichier avec sops, puis remplacez le jeton.',
  },
  brokerMissing: {
    short: '{{environment}} n’a pas de broker',
    what: 'Il n’y a pas de broker : les jetons de cet environnement ne peuvent pas être gérés d’ici.',
    byHand:
      'Pour les gérer, ajoutez gitlabTokens.broker.token à {{file}} : un jeton d’un Propriétaire du groupe ou d’un Chargé de maintenance du projet.',
  },
  brokerCannotManage: {
    short: 'le broker de {{environment}} ne peut pas gérer de jetons',
    what: 'Le broker n’a pas le droit de créer le jeton qui est déclaré ici.',
    byHand:
      'Utilisez comme broker dans {{file}} un jeton personnel ou de compte de service non expiré, avec la portée api, d’un Propriétaire du groupe ou d’un Chargé de maintenance du projet.',
  },
  sharedByEnvironments: {
    short: '{{environment}} partage son jeton avec {{environments}}',
    what: 'Le même jeton est utilisé par {{environments}}.',
    byHand:
      'Créez dans GitLab un jeton propre à cet environnement et mettez-le dans {{file}}. Renouveler le jeton partagé le rendrait inutilisable pour les autres.',
  },
};

export const adviceMessages = {
  rotate: {
    missingScope:
      'GitLab ne peut pas ajouter de portée à un jeton. Renouvelez-le avec chevauchement : le nouveau aura toutes les portées déclarées.',
    surplusScope:
      'Renouvelez-le avec chevauchement : le nouveau jeton n’aura que les portées déclarées. Ou déclarez ce dont il a besoin.',
    roleTooLow:
      'Renouvelez-le avec chevauchement : le nouveau jeton aura le rôle {{expected}}.',
    roleTooHigh:
      'Il a plus de droits que nécessaire. Renouvelez-le avec chevauchement : le nouveau jeton aura le rôle {{expected}}.',
    roleAbovePolicy:
      'Il a plus de droits que permis. Renouvelez-le avec chevauchement : le nouveau jeton aura le rôle déclaré.',
    wrongKind:
      'Renouvelez-le avec chevauchement : le nouveau jeton sera un {{expected}}. Ou corrigez la déclaration.',
    wrongName:
      'Renouvelez-le avec chevauchement : le nouveau jeton aura le nom déclaré. Ou corrigez la déclaration.',
    wrongOwner:
      'Renouvelez-le avec chevauchement : le nouveau jeton appartiendra à {{expected}}. Ou corrigez le propriétaire déclaré.',
    notMember:
      'Renouvelez-le avec chevauchement : le nouveau jeton appartiendra à {{expected}}. Ou corrigez le propriétaire déclaré.',
    noExpiry:
      'Renouvelez-le : le nouveau jeton expirera. S’il fuitait, un jeton sans expiration resterait valable jusqu’à ce que quelqu’un le remarque.',
    lifetimeTooLong:
      'Renouvelez-le : le nouveau jeton aura une durée de vie de {{maxDays}} au plus.',
    expiresSoon:
      'Renouvelez-le avant : le portail de cet environnement n’atteindra plus GitLab ce jour-là à partir de 00:00 UTC.',
    hasExpired:
      'Renouvelez-le : un nouveau jeton est créé et mis là où il est utilisé.',
  },
  rotateState: {
    expired:
      'Renouvelez-le : un nouveau jeton est créé et mis là où il est utilisé.',
    revoked:
      'Cherchez qui l’a révoqué et pourquoi. Puis renouvelez-le : un nouveau jeton est créé et mis là où il est utilisé.',
    missing:
      'Appuyez sur « {{button}} » : le jeton déclaré est créé et mis là où il est utilisé.',
  },
  paste:
    'Appuyez sur « {{button}} » : ce bouton mène au formulaire de GitLab, prérempli avec le nom et les portées déclarés, et écrit dans {{file}} le jeton que vous collez.',
  ask: 'Qui a la permission {{permission}} peut corriger cela d’ici.',
};
