/** The package describes this file nowhere. It is handed on whole. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
