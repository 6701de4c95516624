import type { TokenRules } from './verify-token.ts'

/** The hosts that ask for our tokens by getAuthToken (learn: "Configure code to enable SSO", client ids of Teams, Outlook and Microsoft 365). */
const HOSTS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams desktop and mobile
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365 web
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365 desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Microsoft 365 mobile, Outlook desktop
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook web
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook mobile
]

/** Microsoft Entra's tokens for our app, from any tenant; which tenants are partners is the register's to say. */
export const liveTokenRules = (entraAppId: string, publicUrl: string): TokenRules => ({
  issuer: 'https://login.microsoftonline.com/{tid}/v2.0',
  keysUrl: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
  audiences: [entraAppId, `api://${entraAppId}`, `api://${new URL(publicUrl).host}/${entraAppId}`],
  clients: [entraAppId, ...HOSTS],
})
