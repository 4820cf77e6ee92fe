export const entityMessages = {
  title: 'ポータルの GitLab トークン',
  subtitle: '{{target}} にアクセスできる環境とその期限',
  viewAll: 'すべての環境',
  loading: '環境を読み込み中',
  scopes_other: '{{count}} 個のスコープ',
  expires: '有効期限 {{date}}（{{expiry}}）',
  expired: '{{date}} に期限切れ',
  neverExpires: '無期限',
  expiryUnknown: '有効期限は不明',
  noEnvironments: '環境が設定されていません。',
  detailsOf: '{{environment}} の詳細',
  declaredOnly: '宣言による',
  reach: {
    isOwner: '対象です：トークンはこのエンティティそのものに属します。',
    covers: '対象です：トークンは {{owner}} に属します。',
    partly: '一部が対象です：トークンは {{owner}} に属します。',
    outside: '対象外です：トークンは {{owner}} に属します。',
    otherHost: '対象外です：トークンは {{host}} 用です。',
    asUser: '{{user}} として：そのユーザーに許可された範囲にアクセスします。',
    asSomeUser:
      'ユーザーとして：そのユーザーに許可された範囲にアクセスします。',
    unknown: '対象かどうかはここからは判断できません。',
  },
  missing: {
    title: 'GitLab プロジェクトがありません',
    description:
      'プロジェクトのトークンと、アクセスできる環境を表示するには、このエンティティ（{{kind}}）の YAML にプロジェクトのパスを追加してください：',
  },
};

export const entityTokensMessages = {
  title: '{{target}} のトークン',
  caption: '{{target}} と上位グループのトークン（環境別）',
  none: '有効なトークンはありません。',
  count_other: '有効なトークンは {{count}} 件です。',
  next: '次に期限を迎えるのは {{name}} です：{{date}}（{{expiry}}）。',
  noExpiry: '今後の期限は不明です。',
  viewAll: '{{target}} のトークン',
  loading: 'トークンを集計中',
  notCounted: 'プロジェクトのトークンを集計できませんでした：{{reason}}',
  inherited: '{{owner}} から継承',
  inheritedFromUnknown: '上位グループから継承',
  inactive_other: '期限切れまたは取り消し済みのトークン {{count}} 件を表示',
  issue: 'トークンを発行…',
  reload: '再読み込み',
  noEnvironments:
    '環境を読み込めなかったため、ポリシーは考慮されず、トークンの使い方も表示できません。',
  noOwners: '一覧が完全かどうかを確認できませんでした：{{message}}。',
  empty: {
    noTokens: {
      title: 'トークンはありません',
      description:
        '{{target}} と上位グループのトークンは GitLab にないか、あなたには表示できません。',
    },
    notListed: {
      title: 'トークンの一覧はまだ取得されていません',
      description:
        'バックエンドは {{target}} のトークンをまだ GitLab に問い合わせていません。問い合わせは定期的に行われます。',
    },
    notManaged: {
      title: 'このエンティティのトークンはここでは管理されていません',
      description:
        '{{target}} も上位グループも、このポータルがトークンを一覧表示する所有者に含まれていません。ポータルの管理者に、いずれかの環境の owners への追加を依頼してください。',
    },
  },
};
