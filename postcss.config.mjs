/** Tailwind 4 needs only its own plugin; it handles imports and prefixes itself. */
export default {
  plugins: {
    "@tailwindcss/postcss": {},
  },
};
