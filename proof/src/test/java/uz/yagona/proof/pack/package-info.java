@org.jspecify.annotations.NullMarked
package uz.yagona.proof.pack;
