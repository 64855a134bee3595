# cmake -D FOLDER=… -P npm-install.cmake: installs the npm packages of FOLDER's lock file, unless just those are there.
# The builds of several presets, ./run and ./check share the folder: they take turns, and the second finds it done.
find_program(NPM npm REQUIRED)
file(LOCK ${FOLDER} DIRECTORY GUARD PROCESS)
set(installed ${FOLDER}/node_modules/.installed-lock.json)
if(EXISTS ${installed})
    file(SHA256 ${installed} have)
    file(SHA256 ${FOLDER}/package-lock.json want)
    if(have STREQUAL want)
        return()
    endif()
endif()
execute_process(COMMAND ${NPM} ci --no-audit --no-fund --silent WORKING_DIRECTORY ${FOLDER}
    COMMAND_ERROR_IS_FATAL ANY)
file(COPY_FILE ${FOLDER}/package-lock.json ${installed})
