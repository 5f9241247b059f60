/**
 * Official documents as PDF/A-2a and PDF/UA-1: a small tagging writer over OpenPDF, and a layout
 * for each template. A new template is a class beside {@link
 * uz.yagona.signing.render.DecisionLayout} and its words in four languages.
 */
@NullMarked
package uz.yagona.signing.render;

import org.jspecify.annotations.NullMarked;
