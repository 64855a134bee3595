# Lists the files of the built page PAGE in the resource collection QRC, below :/student.
file(GLOB_RECURSE files RELATIVE ${PAGE} ${PAGE}/*)
set(lines "")
foreach(file IN LISTS files)
    string(APPEND lines "    <file alias=\"${file}\">${PAGE}/${file}</file>\n")
endforeach()
file(WRITE ${QRC} "<RCC>\n  <qresource prefix=\"/student\">\n${lines}  </qresource>\n</RCC>\n")
