/** Tests, and a timestamp authority for the tests of other modules. */
package uz.yagona.proof;
