// Style sheets are imported for their effect only; the bundler collects them into one file.
declare module '*.css'
