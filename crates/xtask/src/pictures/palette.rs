//! A picture of text has few colours and many shades between them: written with a palette of 256
//! it takes less than half the bytes, and nobody sees the difference.

use std::collections::BTreeMap;
use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

/// The picture is not one that we know how to write.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PictureError {
    /// It cannot be read.
    #[error("Chromium's picture cannot be read: {0}")]
    Read(#[from] png::DecodingError),
    /// It cannot be written.
    #[error("the picture cannot be written: {0}")]
    Write(#[from] png::EncodingError),
}

type Colour = [u8; 3];

/// So many colours of the 256 are the commonest; the others are chosen so that no shade is far from
/// all of them.
const COMMON: usize = 128;
/// How far a shade may be from the one that stands for it, squared; from black to white it is 441.
const NEAR: i32 = 12 * 12;

/// The same picture with a palette, or as it was if a shade would be too far from its own.
pub(super) fn smaller(picture: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut decoder = Decoder::new(Cursor::new(picture));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let info = reader.next_frame(&mut bytes)?;
    let width = match info.color_type {
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        _ => return Ok(picture.to_vec()),
    };
    let pixels: Vec<Colour> = bytes
        .chunks_exact(width)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let Some((palette, indexes)) = indexed(&pixels) else {
        return Ok(picture.to_vec());
    };
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, info.width, info.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Filters are for what changes little by little.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indexes)?;
    writer.finish()?;
    Ok(out)
}

/// A palette, and for each pixel the nearest colour in it.
fn indexed(pixels: &[Colour]) -> Option<(Vec<Colour>, Vec<u8>)> {
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_insert(0) += 1;
    }
    let mut all: Vec<(Colour, usize)> = counts.into_iter().collect();
    // A stable sort: colours that are as common keep their order, and the file its bytes.
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut palette: Vec<Colour> = Vec::new();
    // For each colour the nearest one of the palette, and how far it is.
    let mut nearest: Vec<(u8, i32)> = vec![(0, i32::MAX); all.len()];
    for at in 0..=u8::MAX {
        let farthest = || (0..all.len()).max_by_key(|nth| nearest[*nth].1);
        let next = match palette.len() {
            common @ ..COMMON if common < all.len() => common,
            _ => farthest()?,
        };
        if nearest[next].1 == 0 {
            break;
        }
        let (colour, _) = all[next];
        palette.push(colour);
        for ((other, _), near) in all.iter().zip(&mut nearest) {
            let far = distance(colour, *other);
            if far < near.1 {
                *near = (at, far);
            }
        }
    }
    if nearest.iter().any(|(_, far)| *far > NEAR) {
        return None;
    }
    let index: BTreeMap<Colour, u8> = all
        .iter()
        .zip(&nearest)
        .map(|((colour, _), (at, _))| (*colour, *at))
        .collect();
    let indexes = pixels.iter().map(|pixel| index[pixel]).collect();
    Some((palette, indexes))
}

fn distance(one: Colour, other: Colour) -> i32 {
    let far = |(a, b): (u8, u8)| (i32::from(a) - i32::from(b)).pow(2);
    one.into_iter().zip(other).map(far).sum()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use png::{ColorType, Decoder, Encoder, Transformations};

    use super::{indexed, smaller};

    #[test]
    fn the_commonest_colours_come_first() {
        let (white, ink) = ([255; 3], [20, 40, 40]);
        let (palette, indexes) = indexed(&[ink, white, white]).expect("few colours");
        assert_eq!(palette, [white, ink]);
        assert_eq!(indexes, [1, 0, 0]);
    }

    #[test]
    fn a_rare_shade_is_near_one_of_the_palette_or_there_is_none() {
        let greys = (0..=u8::MAX).map(|grey| [grey; 3]);
        let mut many: Vec<[u8; 3]> = greys.collect();
        many.extend(many.clone());
        many.push([255, 0, 0]);
        let (palette, indexes) = indexed(&many).expect("near enough");
        assert!(palette.len() <= 256);
        let red = indexes.last().map(|at| palette[usize::from(*at)]);
        assert_eq!(red, Some([255, 0, 0]), "far from all greys");
        let wide = (0..=u8::MAX).step_by(16);
        let grid = wide.clone().flat_map(|r| wide.clone().map(move |g| (r, g)));
        let grid = grid.flat_map(|(r, g)| wide.clone().map(move |b| [r, g, b]));
        assert_eq!(indexed(&grid.collect::<Vec<_>>()), None, "too many");
    }

    #[test]
    fn few_colours_come_back_as_they_were() {
        let pixels: Vec<u8> = [[255, 250, 240], [20, 40, 40]].repeat(32).concat();
        let mut picture = Vec::new();
        let mut encoder = Encoder::new(&mut picture, 8, 8);
        encoder.set_color(ColorType::Rgb);
        let mut writer = encoder.write_header().expect("memory");
        writer.write_image_data(&pixels).expect("memory");
        writer.finish().expect("memory");
        let small = smaller(&picture).expect("a picture");
        let mut decoder = Decoder::new(Cursor::new(small));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a picture");
        let mut back = vec![0; reader.output_buffer_size().expect("small")];
        reader.next_frame(&mut back).expect("a picture");
        assert_eq!(back, pixels);
    }
}
