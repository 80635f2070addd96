#!/bin/sh
# Renders the icons and the social card. Run it from the top folder.
# Needs rsvg-convert, chromium, pngquant and optipng.
set -eu
out=public/icons
rsvg-convert -w 192 -h 192 art/icon.svg -o "$out/icon-192.png"
rsvg-convert -w 512 -h 512 art/icon.svg -o "$out/icon-512.png"
rsvg-convert -w 512 -h 512 art/icon-maskable.svg -o "$out/icon-maskable-512.png"
rsvg-convert -w 180 -h 180 art/icon-apple.svg -o "$out/apple-touch-icon.png"
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
  --hide-scrollbars --force-device-scale-factor=1 --window-size=1200,630 \
  --screenshot="$out/social-card.png" art/social-card.html
for file in "$out"/*.png; do
  pngquant --force --skip-if-larger --quality 80-100 --strip --output "$file" "$file" || true
  optipng -quiet -o5 -strip all "$file"
done
