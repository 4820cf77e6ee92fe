export const findingMessages = {
  missingScope: {
    short: 'il manque {{scopes}} à {{environment}}',
    what: 'Il manque au jeton {{scopes}}, que la configuration déclare.',
    action:
      'GitLab ne peut pas ajouter de portée à un jeton : créez-en un nouveau avec toutes les portées déclarées et remplacez la valeur dans {{file}}.',
  },
  surplusScope: {
    short: '{{environment}} a {{scopes}} en trop',
    what: 'Le jeton a {{scopes}} en trop : cela n’est pas déclaré, ou pas autorisé par la politique.',
    action:
      'Remplacez le jeton par un autre qui n’a que les portées déclarées, ou déclarez ce dont il a besoin.',
  },
  roleTooLow: {
    short: '{{environment}} a le rôle {{found}} au lieu de {{expected}}',
    what: 'Le rôle est {{found}} ; {{expected}} est déclaré.',
    action: 'Remplacez le jeton par un autre qui a le rôle {{expected}}.',
  },
  roleTooHigh: {
    short: '{{environment}} a le rôle {{found}} au lieu de {{expected}}',
    what: 'Le rôle est {{found}} ; {{expected}} est déclaré.',
    action:
      'Remplacez le jeton par un autre qui a le rôle {{expected}} : il peut plus que nécessaire.',
  },
  roleAbovePolicy: {
    short:
      '{{environment}} a le rôle {{found}}, plus que la politique n’autorise',
    what: 'Le rôle est {{found}} ; la politique autorise au plus {{expected}}.',
    action:
      'Remplacez le jeton par un autre qui a au plus le rôle {{expected}}.',
  },
  wrongKind: {
    short: '{{environment}} fonctionne avec un {{found}}',
    what: 'C’est un {{found}} ; un {{expected}} est déclaré.',
    action: 'Remplacez-le par un {{expected}}, ou corrigez la déclaration.',
  },
  wrongName: {
    short: '{{environment}} fonctionne avec un jeton d’un autre nom',
    what: 'Le jeton s’appelle « {{found}} » ; « {{expected}} » est déclaré.',
    action:
      'Vérifiez que le bon jeton est dans {{file}}, ou corrigez le nom déclaré.',
  },
  wrongOwner: {
    short: 'le jeton de {{environment}} appartient à un autre propriétaire',
    what: 'Le jeton appartient à {{found}} ; {{expected}} est déclaré.',
    action:
      'Remplacez-le par un jeton de {{expected}}, ou corrigez le propriétaire déclaré.',
  },
  notMember: {
    short: '{{environment}} n’a pas accès à {{expected}}',
    what: 'Le jeton n’a pas accès à {{expected}}, le propriétaire déclaré.',
    action:
      'Remplacez-le par un jeton de {{expected}}, ou corrigez le propriétaire déclaré.',
  },
  noExpiry: {
    short: 'le jeton de {{environment}} n’expire jamais',
    what: 'Le jeton n’expire jamais.',
    action:
      'Remplacez-le par un jeton qui expire : s’il fuitait, il resterait valable jusqu’à ce que quelqu’un le remarque.',
  },
  lifetimeTooLong: {
    short:
      'le jeton de {{environment}} vit plus longtemps que la politique n’autorise',
    what: 'Le jeton vit {{days}} ; la politique autorise {{maxDays}}.',
    action: 'Remplacez-le par un jeton qui vit au plus {{maxDays}}.',
  },
  expiresSoon: {
    short: '{{environment}} expire {{expiry}}',
    what: 'Le jeton expire le {{date}}, {{expiry}}.',
    action:
      'Remplacez-le avant : le portail de cet environnement n’atteindra plus GitLab ce jour-là à partir de 00:00 UTC.',
  },
  hasExpired: {
    short: '{{environment}} a expiré',
    what: 'Le jeton a expiré le {{date}}.',
    action:
      'Créez un nouveau jeton dans GitLab, mettez-le dans {{file}} et redémarrez le portail de cet environnement.',
  },
  unused: {
    short: '{{environment}} n’est pas utilisé',
    what: 'Dernière utilisation du jeton : {{lastUsed}}.',
    action:
      'Vérifiez si cet environnement en a encore besoin. Sinon, révoquez-le.',
  },
  neverUsed: {
    short: '{{environment}} n’a jamais été utilisé',
    what: 'Le jeton n’a jamais été utilisé, {{days}} après sa création.',
    action:
      'Vérifiez si cet environnement en a encore besoin. Sinon, révoquez-le.',
  },
  tokenInClear: {
    short: 'le jeton de {{environment}} n’est pas chiffré',
    what: 'Le jeton se trouve dans {{file}} hors du chiffrement.',
    action:
      'Considérez-le comme divulgué : remplacez-le, étendez-lui la règle de chiffrement (encrypted_regex) et chiffrez de nouveau le fichier avec sops.',
  },
  brokerMissing: {
    short: '{{environment}} n’a pas de broker',
    what: 'Il n’y a pas de broker : les jetons de cet environnement ne peuvent pas être gérés d’ici.',
    action:
      'Pour les gérer, ajoutez gitlabTokens.broker.token à {{file}} : un jeton d’un Propriétaire du groupe ou d’un Chargé de maintenance du projet.',
  },
  brokerCannotManage: {
    short: 'le broker de {{environment}} ne peut pas gérer de jetons',
    what: 'Le broker est un jeton de groupe ou de projet ; GitLab ne leur permet pas de créer des jetons.',
    action:
      'Utilisez comme broker dans {{file}} un jeton personnel ou de compte de service d’un Propriétaire du groupe ou d’un Chargé de maintenance du projet.',
  },
  sharedByEnvironments: {
    short: '{{environment}} partage son jeton avec {{environments}}',
    what: 'Le même jeton est utilisé par {{environments}}.',
    action:
      'Donnez à chaque environnement son propre jeton, pour pouvoir en révoquer un sans arrêter l’autre.',
  },
};
