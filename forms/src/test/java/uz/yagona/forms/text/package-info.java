@org.jspecify.annotations.NullMarked
package uz.yagona.forms.text;
