//! A guide in two languages, from its content to the finished files: the fixtures `smallest` and
//! `two-languages` of the compiler, English with a few Spanish pages. The page `facts` and the places
//! `about` and `sources` are there in English only.

mod files;
mod pages;
mod site;
