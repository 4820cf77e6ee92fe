export const kindMessages = {
  personal: 'パーソナルアクセストークン',
  impersonation: '代理トークン',
  group: 'グループアクセストークン',
  project: 'プロジェクトアクセストークン',
  serviceAccount: 'サービスアカウントトークン',
  groupDeploy: 'グループデプロイトークン',
  projectDeploy: 'プロジェクトデプロイトークン',
  unknown: '種類不明',
};

export const roleMessages = {
  minimalAccess: '最小アクセス',
  guest: 'ゲスト',
  planner: 'プランナー',
  reporter: 'レポーター',
  securityManager: 'セキュリティマネージャー',
  developer: 'デベロッパー',
  maintainer: 'メンテナー',
  owner: 'オーナー',
};

export const credentialMessages = {
  host: 'GitLab',
  kind: '種類',
  name: '名前',
  owner: '所有者',
  actsAs: '実行ユーザー',
  role: 'ロール',
  lastUsed: '最終使用',
  neverUsed: '未使用',
  file: 'ファイル',
  scopes: 'スコープ',
  declaredScopes: 'スコープ（宣言）',
  noScopes: 'スコープは不明です。',
  notKnown: '不明',
  declared: '宣言',
  declaredHint: '設定によるものです。GitLab では確認されていません。',
};

export const scopeMessages = {
  granted: '{{scope}}',
  missing: '{{scope}}：宣言されていますが、ありません',
  surplus: '{{scope}}：余分です',
  declared: '{{scope}}：宣言されていますが、GitLab では未確認です',
  more: 'その他：{{scopes}}',
  missingMark: '不足',
  surplusMark: '余分',
};

export const expiryMessages = {
  label: '有効期限',
  left: '残り {{days}}',
  expired: '期限切れ',
  never: '無期限',
  meter: 'トークンの残り有効期間',
  meterText: '{{lifetime}}のうち残り {{days}}',
};
