export const tokensMessages = {
  tab: 'トークン',
  caption: '設定されたグループ、プロジェクト、ユーザーのトークン',
  region: 'トークン（横にスクロールできます）',
  loading: 'トークンを読み込み中',
  loadingMore: '他のトークンを読み込み中…',
  refresh: '再読み込み',
  listed: 'GitLab からの取得：{{ago}}',
  listedHint:
    'すべての所有者のトークンを GitLab から最後に完全に取得した時点です。バックエンドは定期的に取得します。',
  neverListed: 'GitLab から未取得',
  shown: '{{total}} 件中 {{from}}～{{to}} 件',
  shownAtLeast: '{{total}} 件超のうち {{from}}～{{to}} 件',
  rowsPerPage: '1 ページの件数',
  nextPage: '次のページ',
  previousPage: '前のページ',
  export: 'CSV にエクスポート',
  exporting: 'エクスポート中…',
  exportHint: 'このページだけでなく、一致するすべてのトークン',
  exportFailed: 'トークンをエクスポートできませんでした。',
  stale:
    'これらのトークンを読み込めませんでした。表示しているのは以前に取得した内容です。',
  columns: '列',
  column: {
    name: '名前',
    kind: '種類',
    owner: '所有者',
    role: 'ロール',
    scopes: 'スコープ',
    state: '状態',
    expiresAt: '有効期限',
    lastUsedAt: '最終使用',
    createdAt: '作成日',
    username: '実行ユーザー',
    tokenId: '番号',
    actions: '操作',
  },
  never: 'なし',
  noRole: 'なし',
  notKnown: '不明',
  credentialOf: '{{environments}} の認証情報',
  select: '{{name}} を選択',
  selectAll: 'このページのトークンをすべて選択',
  sortBy: '並べ替え',
  turnOrder: {
    asc: '昇順です。逆順にする',
    desc: '降順です。逆順にする',
  },
  selected_other: '{{count}} 件のトークンを選択中',
  clearSelection: '選択を解除',
  revokeSelected: '取り消す…',
  tooMany: '一度に取り消せるトークンは {{most}} 件までです。',
  detailsOf: '{{name}} の詳細',
  actionsOf: '{{name}} の操作',
  details: '詳細',
  rotate: 'ローテーション…',
  revoke: '取り消す…',
  isRevoked: 'すでに取り消されています。',
  permissionPending: '権限を確認しています…',
};

export const tokenFilterMessages = {
  label: 'フィルター',
  search: '検索',
  searchHint: '名前、説明、ユーザー、所有者',
  clear: 'フィルターをクリア',
  environment: '環境',
  owner: '所有者',
  ownerHint:
    '配下のすべてを含みます。一覧にないものは、フルパスまたはユーザー名を入力して Enter を押してください。',
  kind: '種類',
  state: '状態',
  scope: 'スコープ',
  scopeHint: 'すべて備えているトークン',
  role: 'ロール',
  expiresWithin: '期限までの期間',
  anyTime: '指定なし',
  active: '適用中のフィルター',
  chip: '{{filter}}：{{value}}',
  remove: 'フィルター {{filter}} を解除',
  states: {
    active: '有効',
    expired: '期限切れ',
    revoked: '取り消し済み',
  },
};

export const tokenDetailsMessages = {
  label: 'トークンの詳細',
  loading: 'トークンを読み込み中',
  close: '閉じる',
  description: '説明',
  environment: '環境',
  tokenId: 'GitLab での番号',
  username: '実行ユーザー',
  created: '作成日',
  observed: 'GitLab からの取得',
  credentialOf: '認証情報として使用',
  entityOwners: 'カタログでの所有者',
  breaches: 'ポリシー違反',
  operations: 'ここで行われた操作',
  noOperations: 'まだありません。',
  newestOperations: '{{total}} 件のうち最新の {{shown}} 件です。',
  missing: {
    title: 'このトークンはありません',
    what: '一覧にこの名前のトークンがないか、表示する権限がありません。',
    action:
      '取り消されて記録が消えたか、その所有者が設定から外された可能性があります。',
  },
};

export const tokenFailureMessages = {
  forbidden: {
    title: 'トークンを表示する権限がありません',
    what: 'バックエンドの応答によると、権限 gitlab-tokens.token.read がありません。',
    action: 'このポータルの管理者に権限を依頼してください。',
  },
  unreachable: {
    title: 'トークンを読み込めません',
    what: 'バックエンドから有効な応答がありませんでした（{{message}}）。',
    action: 'バックエンドが動作していることとログを確認してください。',
  },
};

export const tokenEmptyMessages = {
  noOwners: {
    title: '所有者が設定されていません',
    description:
      '環境が所有者（owners）として指定するグループとプロジェクトのうち、管理できるブローカーがあるもののトークンが一覧表示されます。app-config.yaml に追加してください：',
    broker:
      'ブローカーのトークンは、環境の SOPS ファイルの gitlabTokens.broker.token に設定します。',
  },
  notListed: {
    title: 'トークンの一覧はまだ取得されていません',
    description:
      'バックエンドは設定された所有者のトークンをまだ GitLab に問い合わせていません。起動後まもなく問い合わせます。',
  },
  noTokens: {
    title: 'トークンはありません',
    description:
      '設定された所有者のトークンは GitLab にないか、あなたには表示できません。',
  },
  noMatch: {
    title: '一致するトークンはありません',
    description:
      'トークンはありますが、すべてのフィルターに一致するものはありません。',
  },
  noPage: {
    title: 'このページは空です',
    description: 'このページを開いたときよりトークンが減っています。',
    action: '最初のページへ',
  },
};

export const tokenOwnersMessages = {
  problems_other: '{{count}} 件の所有者のトークンを取得できませんでした。',
  since: '表示しているのは{{ago}}のものです。',
  nothing: 'そのトークンは表示されていません。',
  owner: '{{owner}}（{{environment}}）',
  failed: '一覧がいつのものか確認できませんでした。{{message}}',
};
