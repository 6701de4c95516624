import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** No inline script and no data address, so that the page keeps a strict content security policy. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/local/',
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, '..', '..', '..', 'dist', 'local-page'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
  },
})
